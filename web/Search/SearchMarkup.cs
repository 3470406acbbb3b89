using System.Text;
using CohortCourses.Hosting;
using CohortCourses.Web.Discussion;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Search;

/// <summary>Writes what was found as HTML: escaped, found words marked, people by the names that they go by now.</summary>
internal static class SearchMarkup
{
    // Keep a name's own direction from turning its neighbours round.
    private const string Isolated = "\u2068";
    private const string End = "\u2069";

    public static string Html(IEnumerable<FoundPart> parts, Speakers speakers, Words words)
    {
        var html = new StringBuilder();
        foreach (var part in parts)
        {
            var text = WordingHtml.Encoder.Encode(Naming.ToNames(part.Text, learner => Isolated + speakers[learner].Name(words) + End));
            html.Append(part.IsFound ? $"<mark>{text}</mark>" : text);
        }

        return html.ToString();
    }

    public static Task<Speakers> SpeakersAsync(this IGrainFactory grains, string cohort, IReadOnlyList<FoundPost> posts) => Speakers.Of(
        grains, cohort, [.. posts.Select(post => post.By), .. posts.SelectMany(post => post.Text).SelectMany(part => Naming.NamedIn(part.Text))]);
}
