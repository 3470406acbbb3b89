using CohortCourses.Domain.Evaluation;

namespace CohortCourses.Tests.Domain.Evaluation;

public sealed class CodebookTests
{
    private static readonly Codebook Book = Codebook.Empty
        .Add("pace", "eva", new("Pace", "How fast it goes.", null, null)).Accepted()
        .Add("length", "eva", new("Length", "", null, null)).Accepted();

    [Fact]
    public void Add_TheSameIdTwice_IsOneCode_AndAnotherOfTheSameNameIsRefused()
    {
        Book.Add("pace", "eva", new("Pace", "", null, null)).Unchanged();
        Book.Add("speed", "nils", new(" pace ", "", null, null)).Refused("code.name-taken");
        Book.Add("speed", "nils", new(" ", "", null, null)).Refused("code.name-empty");
        Assert.Equal([1, 2], Book.Codes.Select(code => code.Pattern));
    }

    [Fact]
    public void Edit_OfACodeThatSomebodyElseChanged_IsRefused()
    {
        var renamed = Book.Edit("pace", new("Tempo", "", null, null), seen: 1).Accepted();

        renamed.Edit("pace", new("Speed", "", null, null), seen: 1).Refused("code.changed-meanwhile");
        renamed.Edit("pace", new("Tempo", "", null, null), seen: 1).Unchanged();
        renamed.Edit("length", new("Extent", "", null, null), seen: 1).Accepted();
    }

    [Fact]
    public void Merge_IntoAPartOfItself_LiftsThePart()
    {
        var book = Book.Add("slow", "eva", new("Too slow", "", "pace", null)).Accepted();

        var merged = book.Merge("pace", "slow", seen: 1).Accepted();

        Assert.Null(merged.Find("slow")!.Parent);
        Assert.Equal("slow", merged.Resolve("pace")!.Id);
        merged.Merge("pace", "slow", seen: 1).Unchanged();
        merged.Merge("pace", "length", seen: 2).Refused("code.merged");
        Book.Merge("pace", "pace", seen: 1).Refused("code.with-itself");
    }

    [Fact]
    public void ACode_IsNoPartOfItsOwnParts()
    {
        var book = Book.Edit("length", new("Length", "", "pace", null), seen: 1).Accepted();

        book.Edit("pace", new("Pace", "", "length", null), seen: 1).Refused("code.parent");
        book.Edit("pace", new("Pace", "", "pace", null), seen: 1).Refused("code.parent");
        book.Edit("pace", new("Pace", "", "none", null), seen: 1).Refused("code.parent");
    }

    [Fact]
    public void TheBook_IsBounded()
    {
        var full = Enumerable.Range(0, Codebook.MostCodes).Aggregate(Codebook.Empty, (book, n) => book.Add($"c{n}", "eva", new($"Code {n}", "", null, null)).Accepted());

        full.Add("more", "eva", new("More", "", null, null)).Refused("code.book-full");
    }
}
