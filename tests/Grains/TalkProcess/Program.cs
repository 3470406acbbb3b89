using System.Globalization;
using CohortCourses.Tests.TalkProcess;

if (args is not ["talk" or "answer", var folder, var number])
{
    Console.WriteLine("usage: talk|answer FOLDER ROUND");
    return 2;
}

var round = int.Parse(number, CultureInfo.InvariantCulture);
await (args[0] == "talk" ? Talkers.Run(folder, round) : Respondents.Run(folder, round));
return 0;
