using CohortCourses.Domain.Evaluation;
using FsCheck.Fluent;
using NodaTime;

namespace CohortCourses.Tests.Domain.Evaluation;

public sealed class FindingLaws
{
    private static readonly Instant Now = Instant.FromUtc(2026, 4, 1, 8, 0);

    /// <summary>Three evaluators with pages of any age: what one wrote goes only if who wrote over it had read it, and no evidence is lost.</summary>
    [Fact]
    public void Changes_OfSeveral_InAnyOrder_LoseNothing() => Law.HoldsThrough(
        from who in Gen.Choose(0, 2)
        from act in Gen.Elements("look", "edit", "edit", "decide", "tell", "add")
        select (who, act),
        history =>
        {
            var finding = Finding.Write(null, "f", "eva", new("First.", "Do it.", new(AimKind.Course)), Now).Accepted();
            var seen = new[] { finding, finding, finding };
            var evidence = new List<string>();
            for (var step = 0; step < history.Length; step++)
            {
                var (who, act) = history[step];
                var before = finding;
                var decision = act switch
                {
                    "edit" => finding.Edit(new($"Words {step}.", "Do it.", new(AimKind.Course)), seen[who].Version),
                    "decide" => finding.Decide(Verdict.Accepted, $"eva-{who}", $"Because {step}.", seen[who].Version, Now),
                    "tell" => finding.Tell([new("en", $"Said {step}.", "Changed.")], seen[who].Version),
                    "add" => finding.Add(new($"e{step}", new("k", "A figure", 0.5, FigureUnit.Share, 10, null, Now), null)),
                    _ => CohortCourses.Domain.Decision.Unchanged(finding),
                };
                finding = decision.Or(finding);
                if (act == "look")
                {
                    seen[who] = finding;
                }
                else if (act == "add")
                {
                    Assert.Equal(evidence.Count < Finding.MostEvidence, decision.Changed);
                    evidence.AddRange(decision.Changed ? [$"e{step}"] : []);
                }
                else
                {
                    Assert.Equal(ReferenceEquals(seen[who], before) || seen[who] == before, decision.Rejection is null);
                }

                Assert.Equal(evidence, finding.Evidence.Select(one => one.Id));
                Assert.Equal(decision.Changed ? before.Version + 1 : before.Version, finding.Version);
            }
        });
}
