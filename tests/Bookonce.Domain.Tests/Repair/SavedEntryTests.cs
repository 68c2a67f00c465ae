using Bookonce.Domain.Repair;

namespace Bookonce.Domain.Tests.Repair;

/// <summary>When a saved copy and what was read are the same.</summary>
public sealed class SavedEntryTests
{
    static readonly SavedEntry Saved = Applier.Saved(Some.Entry("2026 / 1")) with
    {
        Attachments = [new SavedFile("a.pdf", "0a"), new SavedFile("b.pdf", "0b")],
        Other = Fields(("PaymentCondition", "30"), ("Rate", "1.1")),
    };

    static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) =>
        fields.ToDictionary(field => field.Name, field => field.Value);

    [Fact]
    public void The_order_of_files_and_fields_does_not_count()
    {
        var line = Saved.Lines[0];
        var one = line with { Other = Fields(("CostCenter", "A"), ("Project", "P")) };
        var other = line with { Other = Fields(("Project", "P"), ("CostCenter", "A")) };

        Assert.Empty(
            (Saved with { Lines = [one] }).ChangesTo(
                Saved with
                {
                    Lines = [other],
                    Attachments = [.. Saved.Attachments.Reverse()],
                    Other = Fields(("Rate", "1.1"), ("PaymentCondition", "30")),
                }
            )
        );
    }

    [Theory]
    [InlineData("b.pdf", "0c")]
    [InlineData("c.pdf", "0b")]
    public void A_file_with_another_name_or_content_is_another(string name, string hash) =>
        Assert.Equal(
            ["its attachments are others now"],
            Saved.ChangesTo(Saved with { Attachments = [Saved.Attachments[0], new SavedFile(name, hash)] })
        );

    [Theory]
    [InlineData("Rate", "1.2")]
    [InlineData("Quotation", "1.1")]
    public void A_field_with_another_name_or_value_is_another(string name, string value) =>
        Assert.Equal(
            ["its reference, text or terms are others now"],
            Saved.ChangesTo(Saved with { Other = Fields(("PaymentCondition", "30"), (name, value)) })
        );
}
