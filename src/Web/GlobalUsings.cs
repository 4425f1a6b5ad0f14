global using Champions.Domain;
global using Champions.Infrastructure;
