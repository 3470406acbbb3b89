namespace CohortCourses.Content.Feedback;

/// <summary>What kind of answer a question takes.</summary>
public enum QuestionKind
{
    /// <summary>One choice.</summary>
    One,

    /// <summary>Any number of choices.</summary>
    Several,

    /// <summary>A level of a scale, each with its label.</summary>
    Scale,

    /// <summary>From 0 to 10, with a label at either end.</summary>
    Recommend,

    /// <summary>A level of one scale for each of several statements.</summary>
    Matrix,

    /// <summary>Choices in order of preference.</summary>
    Ranking,
    Number,
    Date,

    /// <summary>A line of text.</summary>
    Short,

    /// <summary>Paragraphs of text.</summary>
    Long,
}
