using CohortCourses.Domain.Feedback;

namespace CohortCourses.Grains.Feedback;

/// <summary>How many pages of answers there are, and how full the last one is. A full page stays as it is, and the next answer begins another.</summary>
internal readonly record struct PageFilling(int Pages, int Answers, int Length)
{
    private const int MostAnswers = 25;
    private const int FullFrom = 32_000;

    /// <summary>With room for one more on the last page.</summary>
    public PageFilling WithRoom() => Pages == 0 || Answers >= MostAnswers || Length >= FullFrom ? Turned() : this;

    public PageFilling Turned() => new(Pages + 1, 0, 0);

    public PageFilling With(Response answer) => this with { Answers = Answers + 1, Length = Length + answer.Length };
}
