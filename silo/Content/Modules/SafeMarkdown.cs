using Markdig;
using Markdig.Extensions.CustomContainers;

namespace CohortCourses.Content.Modules;

/// <summary>The one place that says which Markdown we speak. Whatever renders it takes its renderers from <see cref="SafeHtml"/>.</summary>
internal static class SafeMarkdown
{
    /// <summary>The pages of a course. Raw HTML is still recognised, so that a check can name it; no renderer writes it.</summary>
    public static MarkdownPipeline Pages { get; } = Builder().Use<Containers>().Build();

    /// <summary>CommonMark with tables, task lists, footnotes, definition lists and abbreviations.</summary>
    public static MarkdownPipelineBuilder Builder() =>
        new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .UsePipeTables()
            .UseTaskLists()
            .UseFootnotes()
            .UseDefinitionLists()
            .UseAbbreviations();

    /// <summary>Containers as blocks only: the library's own extension would take colons in running text as well.</summary>
    private sealed class Containers : IMarkdownExtension
    {
        public void Setup(MarkdownPipelineBuilder pipeline) =>
            pipeline.BlockParsers.Insert(0, new CustomContainerParser());

        public void Setup(MarkdownPipeline pipeline, Markdig.Renderers.IMarkdownRenderer renderer)
        {
        }
    }
}
