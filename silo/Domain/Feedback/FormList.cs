using System.Collections.Immutable;
using System.Globalization;

namespace CohortCourses.Domain.Feedback;

/// <summary>One form of a cohort's list.</summary>
/// <param name="Name">Its name in the cohort.</param>
/// <param name="Id">Made by who opened it.</param>
/// <param name="Form">The id that it has in every week.</param>
public sealed record ListedForm(string Name, string Id, string Form, FormLevel Level);

/// <summary>Which forms were opened in a cohort, in that order.</summary>
public sealed record FormList(ImmutableList<ListedForm> Forms)
{
    public const int Most = 300;

    public static readonly FormList Empty = new([]);

    public ListedForm? Find(string id) => Forms.Find(form => form.Id == id);

    /// <summary>
    /// Lists a form under a name that nothing else has: that of the form, with the week that it is about, with a number where it was opened
    /// before. What was promised once is not taken back by opening the same form with a weaker promise.
    /// </summary>
    public Decision<FormList> Add(string id, string form, FormLevel level, int? week) => this switch
    {
        _ when Find(id) is not null => Decision.Unchanged(this),
        _ when Forms.Any(known => known.Form == form && !known.Level.IsKeptBy(level)) => FeedbackRejections.Weaker,
        { Forms.Count: >= Most } => FeedbackRejections.TooManyForms,
        _ => new FormList(Forms.Add(new(NameOf(form, week), id, form, level))),
    };

    private string NameOf(string form, int? week)
    {
        var name = week is { } number ? string.Create(CultureInfo.InvariantCulture, $"{form}-w{number}") : form;
        return Enumerable.Range(2, Most)
            .Select(again => string.Create(CultureInfo.InvariantCulture, $"{name}-{again}"))
            .Prepend(name)
            .First(free => Forms.All(known => known.Name != free));
    }
}
