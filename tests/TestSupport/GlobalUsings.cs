global using Champions.Domain;
