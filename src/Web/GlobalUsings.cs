global using Champions.Domain;
global using Champions.Domain.Accounts;
global using Champions.Infrastructure;
