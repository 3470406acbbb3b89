namespace CohortCourses.Embedded;

/// <summary>A grain was called by something that it waits for itself. The call was never made; the message names the chain.</summary>
public sealed class CallCycleException(string chain) : InvalidOperationException($"Grain calls run in a circle: {chain}");
