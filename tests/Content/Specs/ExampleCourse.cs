using CohortCourses.Content.Courses;
using CohortCourses.Content.Media;
using CohortCourses.Content.Modules;

namespace CohortCourses.Tests.Content.Specs;

/// <summary>The small course that every example is a part of: what the example does not write itself stands here.</summary>
internal static class ExampleCourse
{
    public const string Id = "example";

    public const string SourcePage = "week-1/module.en.md";

    public const string FrontMatter = "---\ntitle: Week one\nsummary: The first week.\nminutes: 30\noutcomes:\n  - begin\n---\n";

    public static Dictionary<string, string> Files() => new(StringComparer.Ordinal)
    {
        ["course.yaml"] = """
            id: example
            languages: [en, fr, ar]
            title: { en: An example, fr: Un exemple, ar: مثال }
            summary: { en: It shows the rules., fr: Il montre les règles., ar: يعرض القواعد. }
            tracks: [nascent, emerging]
            completion:
              modules: 1
            weeks:
              - id: one
                title: { en: One, fr: Un, ar: واحد }
              - id: two
                title: { en: Two, fr: Deux, ar: اثنان }
            """,
        ["about.en.md"] = "## Who it is for\n\nWhoever reads the rules.\n",
        [SourcePage] = FrontMatter + "## Begin\n\nA paragraph.\n",
        ["week-2/module.en.md"] = FrontMatter + "## Go on\n\nA paragraph.\n",
        ["week-1/images/map.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 360\"/>",
    };

    public static CourseFiles With(string path, string text)
    {
        var files = Files();
        files[path] = text;
        return CourseFiles.Of(Id, files);
    }

    public static ModuleRenderer Renderer() => new(language => new EnglishWords(language), new Addresses());

    private sealed class Addresses : IPageAddresses
    {
        public string Image(string courseId, MediaFile image) => "/media/" + image.Path;

        public string Week(int number) => $"{number}";

        public string Course(string courseId) => "/courses/" + courseId;
    }
}
