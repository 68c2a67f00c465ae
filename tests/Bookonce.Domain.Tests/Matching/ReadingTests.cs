using Bookonce.Domain.Documents;
using Bookonce.Domain.Matching;
using Bookonce.Domain.Matching.Deciding;

namespace Bookonce.Domain.Tests.Matching;

/// <summary>What people type, seen through what the matcher says of it.</summary>
public sealed class ReadingTests
{
    static readonly DateOnly Day = new(2026, 3, 2);

    static MatchDocument Document(string number, string customer, decimal gross = 133.37m) =>
        new()
        {
            Id = "d",
            Number = number,
            Date = Day,
            CustomerName = customer,
            Gross = gross,
        };

    static MatchEntry Entry(string? yourRef, string account, decimal amount = 133.37m) =>
        new()
        {
            Id = "e",
            Date = Day,
            AccountName = account,
            Amount = amount,
            YourRef = yourRef,
        };

    static (MatchVerdict Verdict, string Why) Look(MatchDocument document, MatchEntry entry)
    {
        var result = Matcher.Match(new MatchBooks([document], [entry]));
        return (result.VerdictOf(0), string.Join(", ", result.Because(0, 0)));
    }

    [Theory]
    [InlineData("Bakkerij De Halm BV", "DE HALM BAKKERIJ B.V.", "same customer")]
    [InlineData("Société Générale d'Énergie SRL", "Societe generale d'energie", "same customer")]
    [InlineData("Jan Peeters", "PEETERS Jan", "same customer")]
    [InlineData("Jan Peeters", "J. Peeters", "nearly the same customer name")]
    [InlineData("Gebroeders Maes NV", "Gebr. Maes", "same customer")]
    [InlineData("DeSmedt & Zonen", "De Smedt en Zn.", "same customer")]
    [InlineData("Garage Lambrechts", "Garage Lambrecths", "nearly the same customer name")]
    [InlineData("Garage Lambrechts", "Slagerij Verhoeven", "another customer name")]
    [InlineData("Garage Lambrechts", "Diverse debiteuren", "same amount")]
    public void Names_are_compared_as_a_person_would(string customer, string account, string why) =>
        Assert.Contains(why, Look(Document("2026 / 14", customer), Entry(null, account)).Why, StringComparison.Ordinal);

    [Theory]
    [InlineData("2026 / 123", "2026/123", "same document number")]
    [InlineData("2026 / 123", "F2026-0123", "same document number")]
    [InlineData("2026 / 123", "2026123", "same document number")]
    [InlineData("2026 / 123", "26/0123", "same document number")]
    [InlineData("2026 / 123", "123/2026", "same document number")]
    [InlineData("F26-00123", "2026/123", "same document number")]
    [InlineData("2026/03/123", "2026-03-123", "same document number")]
    [InlineData("INV-10234", "10234", "same document number")]
    [InlineData("2026 / 123", "nr 123", "without its year")]
    [InlineData("2026 / 123", "2026/132", "but for one slip")]
    [InlineData("2026 / 123", "2025/123", "but for one slip")]
    [InlineData("2026 / 123", "2026/987", "another number")]
    [InlineData("2026 / 123", "PO Jansen", "another make")]
    public void Numbers_are_read_as_they_are_typed(string number, string typed, string why) =>
        Assert.Contains(why, Look(Document(number, "Maes"), Entry(typed, "Maes")).Why, StringComparison.Ordinal);

    [Theory]
    [InlineData("121.00", "100.00", "the total without VAT")]
    [InlineData("121.00", "121.02", "some cents")]
    [InlineData("1234.50", "1324.50", "two digits swapped")]
    [InlineData("121.00", "1210.00", "decimal sign elsewhere")]
    [InlineData("24.27", "242.66", "decimal sign elsewhere")]
    [InlineData("1234.50", "1934.50", "but for one digit")]
    [InlineData("121.00", "-121.00", "with the other sign")]
    public void Slips_in_amounts_are_named(string gross, string typed, string why)
    {
        var document = Document("2026 / 123", "Maes", decimal.Parse(gross)) with { Net = 100m };

        Assert.Contains(
            why,
            Look(document, Entry("2026/123", "Maes", decimal.Parse(typed))).Why,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_credit_note_may_carry_either_sign()
    {
        var note = Document("2026 / 3", "Maes", -133.37m) with { Kind = DocumentKind.CreditNote };

        Assert.Equal(MatchVerdict.Adopt, Look(note, Entry("2026/3", "Maes", -133.37m)).Verdict);
        Assert.Equal(
            MatchVerdict.Adopt,
            Look(note with { Gross = 133.37m }, Entry("2026/3", "Maes", -133.37m)).Verdict
        );
    }
}
