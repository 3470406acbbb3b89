using System.Runtime.CompilerServices;
using CohortCourses.Contracts;
using CohortCourses.Exports.Tables;

namespace CohortCourses.Web.Evaluation.Exports;

/// <summary>Whom each study key of a label stands for. Whoever has it and an export knows what everybody did.</summary>
internal static class KeyFile
{
    public const string Name = "keys.csv";

    public static Task Write(ExportRun run, Stream target, CancellationToken stop)
    {
        var describe = new Describe(run.Words);
        return CsvTables.Write(describe.Table("keys", [describe.Text("study_key"), describe.Text("name"), describe.Text("learner")], ["study_key"], token => Rows(run, token)), target, stop);
    }

    private static async IAsyncEnumerable<Cell[]> Rows(ExportRun run, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var (person, name) in Many.Ask(run.Roster.People, person => run.Grains.Learner(person.Learner).HandleIn(run.Cohort.Cohort), stop))
        {
            yield return [person.Key, name, person.Learner];
        }
    }
}
