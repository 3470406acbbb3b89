var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/", () => "CohortCourses");
app.Run();

public sealed partial class Program;
