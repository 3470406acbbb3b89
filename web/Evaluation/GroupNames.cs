using System.Globalization;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Courses;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation;

/// <summary>What attributes and their values are called.</summary>
public static class GroupNames
{
    public static string Attribute(this Words words, string attribute) => words[$"evaluation.attribute.{attribute}"];

    /// <summary>All values that stand together.</summary>
    public static string Group(this Words words, string attribute, GroupView group) =>
        string.Join(words["evaluation.together.separator"], group.Values.Select(value => words.Value(attribute, value)));

    /// <summary>The same for a line: the first two, and how many more.</summary>
    public static string ShortGroup(this Words words, string attribute, GroupView group) => group.Values.Length <= 3
        ? words.Group(attribute, group)
        : words.Get("evaluation.and-more", ("values", words.Group(attribute, group with { Values = group.Values[..2] })), ("n", group.Values.Length - 2));

    public static string Value(this Words words, string attribute, string value) => (attribute, value) switch
    {
        (_, "") => words[$"evaluation.unknown.{attribute}"],
        ("track", _) => words.Track(value),
        ("language", _) => Language(value),
        _ => words.Has($"evaluation.region.{value}") ? words[$"evaluation.region.{value}"] : value,
    };

    /// <summary>Values of an outcome that stand together.</summary>
    public static string Outcome(this Words words, string figure, GroupView group) =>
        string.Join(words["evaluation.together.separator"], group.Values.Select(value => words[$"evaluation.{figure}.{value}"]));

    private static string Language(string tag)
    {
        try
        {
            return Languages.OwnNameOf(tag);
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
