using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Grains.Embedded;

/// <summary>What the runtime refuses, and in which words. The bad examples are generic so that no scan of this assembly finds them.</summary>
public sealed class CatalogTests
{
    public interface INobody : IGrainWithStringKey;

    public interface IGenericMethod : IGrainWithStringKey
    {
        Task Do<T>(T value);
    }

    public interface INoTask : IGrainWithStringKey
    {
        int Do();
    }

    public interface IAnswersOneWay : IGrainWithStringKey
    {
        [OneWay]
        Task<int> Do();
    }

    internal interface IHidden : IGrainWithStringKey;

    [Fact]
    public void GrainClass_WhenItHasNoDurableName_IsRefused() => AssertRefused("has no durable name", typeof(Nameless<int>));

    [Fact]
    public void GrainClasses_WhenTheyHaveTheSameName_AreRefused() =>
        AssertRefused("are both named twin", typeof(Twin<int>), typeof(Twin<long>));

    [Fact]
    public void GrainClass_WhenAStateIsNoPersistentState_IsRefused() =>
        AssertRefused("State notes must be an IPersistentState<T>", typeof(Forgetful<int>));

    [Fact]
    public void GrainClass_WhenItHasTwoConstructors_IsRefused() => AssertRefused("exactly one public constructor", typeof(Undecided<int>));

    [Fact]
    public void Contract_WhenNoClassImplementsIt_IsRefused() => AssertRefused<INobody>("No grain class implements");

    [Fact]
    public void Contract_WhenTwoClassesImplementIt_NeedsAPrefix()
    {
        var grains = Factory(typeof(First<int>), typeof(Second<int>));
        Assert.Contains("name a prefix", Assert.Throws<ArgumentException>(() => grains.GetGrain<INobody>("key")).Message, StringComparison.Ordinal);
        Assert.NotNull(grains.GetGrain<INobody>("key", typeof(First<int>).FullName));
    }

    [Fact]
    public void Contract_WhenAMethodIsGeneric_IsRefused() => AssertRefused<IGenericMethod>("must return Task", typeof(Anything<IGenericMethod>));

    [Fact]
    public void Contract_WhenAMethodReturnsNoTask_IsRefused() => AssertRefused<INoTask>("must return Task", typeof(Anything<INoTask>));

    [Fact]
    public void Contract_WhenAOneWayMethodAnswers_IsRefused() => AssertRefused<IAnswersOneWay>("one-way", typeof(Anything<IAnswersOneWay>));

    [Fact]
    public void Contract_WhenItIsNotPublic_IsRefused() => AssertRefused<IHidden>("must be a public interface", typeof(Anything<IHidden>));

    [Fact]
    public void Key_WhenEmpty_IsRefused() => Assert.Throws<ArgumentException>(() => Factory(typeof(First<int>)).GetGrain<INobody>(""));

    private static void AssertRefused(string words, params Type[] types) =>
        Assert.Contains(words, Assert.Throws<InvalidOperationException>(() => Factory(types)).Message, StringComparison.Ordinal);

    private static void AssertRefused<TGrain>(string words, params Type[] types)
        where TGrain : IGrainWithStringKey =>
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => Factory(types).GetGrain<TGrain>("key")).Message, StringComparison.Ordinal);

    private static IGrainFactory Factory(params Type[] types)
    {
        var services = new ServiceCollection();
        services.AddEmbeddedGrains(options => options.Assemblies.Add(new Shelf(types)));
        return services.BuildServiceProvider().GetRequiredService<IGrainFactory>();
    }

    private sealed class Shelf(Type[] types) : Assembly
    {
        public override Type[] GetTypes() => types;
    }

    public sealed class Nameless<T> : Grain;

    [GrainType("twin")]
    public sealed class Twin<T> : Grain;

    [GrainType("forgetful")]
    public sealed class Forgetful<T>([PersistentState("notes")] string notes) : Grain
    {
        public string Notes => notes;
    }

    [GrainType("undecided")]
    public sealed class Undecided<T> : Grain
    {
        public Undecided()
        {
        }

        public Undecided(string choice) => _ = choice;
    }

    [GrainType("first")]
    public sealed class First<T> : Grain, INobody;

    [GrainType("second")]
    public sealed class Second<T> : Grain, INobody;

    [GrainType("anything")]
    private sealed class Anything<T> : Grain, IGenericMethod, INoTask, IAnswersOneWay, IHidden
    {
        Task IGenericMethod.Do<TValue>(TValue value) => Task.CompletedTask;

        int INoTask.Do() => 0;

        Task<int> IAnswersOneWay.Do() => Task.FromResult(0);
    }
}
