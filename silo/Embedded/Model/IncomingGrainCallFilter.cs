using System.Reflection;

namespace CohortCourses.Embedded;

/// <summary>Stands around every grain call. Registered with the services; the first one registered is the outermost.</summary>
public interface IIncomingGrainCallFilter
{
    Task Invoke(IIncomingGrainCallContext context);
}

/// <summary>One call on its way into a grain.</summary>
public interface IIncomingGrainCallContext
{
    object Grain { get; }

    GrainId TargetId { get; }

    string InterfaceName { get; }

    string MethodName { get; }

    MethodInfo InterfaceMethod { get; }

    IGrainContext TargetContext { get; }

    /// <summary>What the grain answered; null before <see cref="Invoke"/> and for calls without a result.</summary>
    object? Result { get; set; }

    /// <summary>Goes on to the next filter, or to the grain.</summary>
    Task Invoke();
}
