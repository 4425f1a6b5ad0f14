using Champions.Web.Setup;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages().AddNhsPages();
var app = builder.Build();
app.UseStatusPages();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.Run();
