namespace CohortCourses.Contracts.Evaluation;

/// <summary>What leaves a cohort for research, keyed by its slug: who stands in it, under which keys, and who took it.</summary>
[Alias("exports")]
public interface IExportsGrain : IGrainWithStringKey
{
    /// <summary>
    /// Says who stands in an export, once it is logged that there is one. The same id twice is logged once. A label that is no good is refused
    /// as <c>export.label</c>.
    /// </summary>
    [Alias("begin"), ResponseTimeout("00:02:00")]
    Task<ExportReply> Begin(ExportRequest request);

    /// <summary>
    /// The study key of each id: of a learner, or of an anonymous answer. Under another label it is another one. The keys of texts for coding are
    /// those of <see cref="CodingLabel"/>.
    /// </summary>
    [Alias("keys")]
    Task<ImmutableArray<string>> Keys(string label, ImmutableArray<string> ids);

    /// <summary>
    /// Who stands in texts that are coded, under the keys of <see cref="CodingLabel"/>, and the track that may be told of them: as in exports.
    /// It is not logged, for nothing leaves the server.
    /// </summary>
    [Alias("coded-people"), ResponseTimeout("00:02:00")]
    Task<ImmutableArray<StudyPerson>> CodedPeople();

    /// <summary>How many pages the log has.</summary>
    [ReadOnly, Alias("log-pages")]
    Task<int> LogPages();

    /// <summary>A page of what was taken, from 1, the oldest first; 100 at most.</summary>
    [ReadOnly, Alias("log")]
    Task<ImmutableArray<ExportEntryView>> Log(int page);

    /// <summary>The label under which texts are shown to coders; no export may have it.</summary>
    const string CodingLabel = "coding";
}

/// <summary>A page of the log of exports, keyed <c>cohort/page</c>. Only <see cref="IExportsGrain"/> calls it.</summary>
[Alias("export-log")]
public interface IExportLogPageGrain : IGrainWithStringKey
{
    /// <returns>Whether it is there now; not if the page was full.</returns>
    [Alias("add")]
    Task<bool> Add(ExportEntryView entry);

    [ReadOnly, Alias("read")]
    Task<ImmutableArray<ExportEntryView>> Read();
}

/// <summary>An export to make.</summary>
/// <param name="Id">Made by who asks.</param>
/// <param name="By">The learner id of who asks; null for whoever sits at the machine.</param>
/// <param name="What">The file, such as <c>package.zip</c>.</param>
/// <param name="Label">What it is for: 1 to 40 lower-case letters, digits, full stops, underscores and hyphens.</param>
[GenerateSerializer, Immutable, Alias("export.request")]
public sealed record ExportRequest(string Id, string? By, string What, string Label);

/// <param name="Roster">Null if it was refused.</param>
[GenerateSerializer, Immutable, Alias("export.reply")]
public sealed record ExportReply(Outcome Outcome, ExportRoster? Roster);

/// <summary>Who stands in the rows of an export.</summary>
/// <param name="People">In the order of their study keys, which says nothing about them.</param>
/// <param name="Missing">How many participants stand in no row: those who did not agree to research, and where they are fewer than five, some who did.</param>
/// <param name="Withheld">The attributes that would single somebody out; no row has them.</param>
[GenerateSerializer, Immutable, Alias("export.roster")]
public sealed record ExportRoster(ImmutableArray<StudyPerson> People, int Missing, ImmutableArray<string> Withheld);

/// <summary>Somebody in an export.</summary>
/// <param name="Key">Stands for them in all files of one label.</param>
/// <param name="CodingKey">Stands for them where texts are coded.</param>
/// <param name="Track">With others that it stands together with, joined by a plus sign; null if rows must not tell. So the other two.</param>
[GenerateSerializer, Immutable, Alias("export.person")]
public sealed record StudyPerson(string Learner, string Key, string CodingKey, string? Track, string? Language, string? Region);

/// <summary>Something that left the server.</summary>
[GenerateSerializer, Immutable, Alias("export.entry")]
public sealed record ExportEntryView(string Id, string? By, string What, string Label, DateTimeOffset At);
