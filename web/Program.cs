using CohortCourses.Web.Startup;

return await Commands.RunAsync(args);
