using System.Reflection;

namespace CohortCourses.Embedded;

/// <summary>Walks a call through the filters and into the grain.</summary>
internal sealed class FilteredCall(GrainCall call, Activation activation, object grain, IIncomingGrainCallFilter[] filters) : IIncomingGrainCallContext
{
    private int next;

    public object Grain => grain;

    public GrainId TargetId => activation.GrainId;

    public IGrainContext TargetContext => activation;

    public string InterfaceName => call.Method.Interface;

    public string MethodName => call.Method.Name;

    public MethodInfo InterfaceMethod => call.Method.Method;

    public object? Result { get; set; }

    public async Task Invoke()
    {
        if (next < filters.Length)
        {
            await filters[next++].Invoke(this);
            return;
        }

        Result = await call.InvokeBoxed(grain);
    }
}
