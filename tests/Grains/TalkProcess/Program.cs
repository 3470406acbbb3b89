using System.Globalization;
using CohortCourses.Tests.TalkProcess;

if (args is not [var folder, var round])
{
    Console.WriteLine("usage: FOLDER ROUND");
    return 2;
}

await Talkers.Run(folder, int.Parse(round, CultureInfo.InvariantCulture));
return 0;
