using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CohortCourses.Web.Startup;

/// <summary>What pages' handlers are given comes from the path, the query or a form's fields. Each other place to look in would be asked on every request.</summary>
internal static class LightBinding
{
    public static void Apply(MvcOptions mvc)
    {
        mvc.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
        mvc.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
        mvc.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
    }
}
