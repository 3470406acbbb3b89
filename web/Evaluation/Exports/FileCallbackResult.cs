using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;

namespace CohortCourses.Web.Evaluation.Exports;

/// <summary>A file that is written while it is sent.</summary>
internal sealed class FileCallbackResult(string mediaType, string name, Func<Stream, CancellationToken, Task> write) : ActionResult
{
    public override Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = mediaType;
        response.Headers.ContentDisposition = new ContentDisposition { FileName = name }.ToString();
        return write(response.Body, context.HttpContext.RequestAborted);
    }
}
