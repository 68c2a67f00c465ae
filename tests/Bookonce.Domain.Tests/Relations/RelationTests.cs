using Bookonce.Domain.Documents;
using Bookonce.Domain.Relations;

namespace Bookonce.Domain.Tests.Relations;

public sealed class RelationTests
{
    static readonly Customer Halm = new()
    {
        Key = new CustomerKey(CustomerKind.Company, Some.Id()),
        Name = "Bakkerij De Halm BV",
        VatNumber = "BE 0123.456.749",
        Postcode = "2800",
        Country = "BE",
    };

    static RelationDecision Decide(Customer customer, params Relation[] relations) =>
        RelationDecider.Decide(customer, new RelationIndex(relations), []);

    static string Asked(Customer customer, params Relation[] relations) =>
        Assert.IsType<RelationDecision.Ask>(Decide(customer, relations)).Problem.Code;

    [Fact]
    public void The_VAT_number_tells_who_it_is_even_under_another_name()
    {
        var relation = Some.Relation("De Halm", vat: "BE0123456749");

        Assert.Equal(new RelationDecision.Use(relation), Decide(Halm, relation));
    }

    [Fact]
    public void A_name_needs_the_postcode_and_alone_is_a_question()
    {
        var person = Halm with { VatNumber = null };

        Assert.IsType<RelationDecision.Use>(Decide(person, Some.Relation("bakkerij de halm bv", postcode: "2800")));
        Assert.Equal("relationNameOnly", Asked(person, Some.Relation()));
    }

    [Fact]
    public void A_namesake_that_is_certainly_somebody_else_is_no_question()
    {
        var madeForAnother = Some.Relation() with
        {
            Remarks = (Halm with { Key = new CustomerKey(CustomerKind.Contact, Some.Id()) }).Mark,
        };

        Assert.IsType<RelationDecision.Create>(Decide(Halm, Some.Relation(vat: "BE0999999999")));
        Assert.IsType<RelationDecision.Create>(Decide(Halm with { VatNumber = null }, madeForAnother));
    }

    [Fact]
    public void Several_blocked_or_wrong_relations_are_questions()
    {
        Assert.Equal(
            "relationTwice",
            Asked(Halm, Some.Relation(vat: "BE0123456749"), Some.Relation(vat: "BE0123456749"))
        );
        Assert.Equal("relationBlocked", Asked(Halm, Some.Relation(vat: "BE0123456749") with { IsBlocked = true }));
        Assert.Equal(
            "relationNotCustomer",
            Asked(Halm, Some.Relation(vat: "BE0123456749") with { IsCustomer = false })
        );
    }

    [Fact]
    public void The_account_of_adopted_entries_goes_before_the_VAT_number()
    {
        var (known, other) = (Some.Relation("Halm"), Some.Relation(vat: "BE0123456749"));

        Assert.Equal(
            new RelationDecision.Use(known),
            RelationDecider.Decide(Halm, new RelationIndex([known, other]), [known.Id])
        );
    }

    [Fact]
    public void A_relation_that_we_made_is_found_by_our_mark()
    {
        var made = Some.Relation("Renamed") with { Remarks = $"note {Halm.Mark}" };

        Assert.Equal(new RelationDecision.Use(made), Decide(Halm, made));
    }

    [Fact]
    public void Nobody_found_is_created_unless_the_VAT_number_is_malformed()
    {
        Assert.IsType<RelationDecision.Create>(Decide(Halm));
        Assert.Equal("vatNumberMalformed", Asked(Halm with { VatNumber = "BE 12" }));
    }

    [Theory]
    [InlineData("BE0123456749", true)]
    [InlineData("BE2123456749", false)]
    [InlineData("NL123456789B01", true)]
    [InlineData("NL123456789", false)]
    [InlineData("FRXX999999999", true)]
    [InlineData("IT12345678901", true)]
    [InlineData("ESX9999999X", true)]
    [InlineData("ES999999999", false)]
    [InlineData("DE123456789", true)]
    [InlineData("SE8765456787", true)]
    [InlineData("12", false)]
    public void A_VAT_number_has_the_form_of_its_country(string number, bool isWellFormed) =>
        Assert.Equal(isWellFormed, VatNumber.IsWellFormed(number));
}
