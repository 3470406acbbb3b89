using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Api;

/// <summary>Notes what is wrong with the fields of a request, all at once.</summary>
internal sealed class Fields(Words words)
{
    private readonly List<(string Field, string Error)> errors = [];

    public IReadOnlyList<(string Field, string Error)> Errors => errors;

    public string Required(string field, string? value)
    {
        Check(field, !string.IsNullOrWhiteSpace(value), "problem.field.missing");
        return value ?? "";
    }

    public T Required<T>(string field, T? value)
        where T : struct
    {
        Check(field, value is not null, "problem.field.missing");
        return value ?? default;
    }

    public void Check(string field, bool good, string text)
    {
        if (!good)
        {
            errors.Add((field, words[text]));
        }
    }
}
