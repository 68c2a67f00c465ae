using Bookonce.Domain.Booking;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Import;
using Bookonce.Domain.Relations;

namespace Bookonce.Domain.Tests.Import;

/// <summary>Who is imported, who is found, and who is left to a person.</summary>
public sealed class ImportTests
{
    static readonly DateTimeOffset Now = new(2026, 6, 30, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("BE0123456749", "2800", "De Halm", MatchedBy.VatNumber)]
    [InlineData(null, "2800", "BAKKERIJ DE HALM", MatchedBy.NameAndPostcode)]
    [InlineData(null, "28 00", "De Halm Bakkerij bv", MatchedBy.NameAndPostcode)]
    public void A_customer_that_Teamleader_has_is_linked(string? vat, string? postcode, string name, MatchedBy by)
    {
        var card = Card("Bakkerij De Halm BV", "BE 0123.456.749", "2800");

        var match = Assert.IsType<ImportDecision.Match>(One([Customer(name, vat, postcode)], [card]));

        Assert.Equal((card, by), (match.Card, match.By));
    }

    [Fact]
    public void The_mark_goes_before_everything_else()
    {
        var (marked, namesake) = (Card("Somebody"), Card("Bakkerij De Halm BV", "BE0123456749"));
        var customer = Customer("Bakkerij De Halm BV", "BE0123456749");
        customer = customer with { Relation = customer.Relation with { Remarks = $"see {marked.Mark}" } };

        Assert.Equal(new ImportDecision.Match(customer, marked, MatchedBy.Mark), One([customer], [marked, namesake]));
    }

    [Fact]
    public void The_company_number_tells_where_the_VAT_number_does_not()
    {
        var customer = Customer("Halm");
        customer = customer with { Relation = customer.Relation with { CompanyNumber = "0123.456.749" } };
        var card = Card("De Halm") with { CompanyNumber = "0123456749" };

        Assert.Equal(MatchedBy.CompanyNumber, Assert.IsType<ImportDecision.Match>(One([customer], [card])).By);
    }

    [Theory]
    [InlineData("Bakkerij De Halm", "BE0123456749", CustomerKind.Company)]
    [InlineData("Bakkerij De Halm BV", null, CustomerKind.Company)]
    [InlineData("Greet Lauwers", null, CustomerKind.Contact)]
    public void A_customer_that_Teamleader_lacks_is_created_as_what_it_seems_to_be(
        string name,
        string? vat,
        CustomerKind kind
    ) => Assert.Equal(kind, Assert.IsType<ImportDecision.Create>(One([Customer(name, vat)], [])).Kind);

    [Fact]
    public void One_that_is_linked_is_known_while_its_card_lives()
    {
        var (customer, card) = (Customer("Halm BV"), Card("Renamed"));
        var links = new Dictionary<CustomerKey, Guid> { [card.Key] = customer.Relation.Id };

        Assert.IsType<ImportDecision.Known>(One([customer], [card], links));
        Assert.IsType<ImportDecision.Create>(One([customer], [], links));
    }

    [Fact]
    public void What_is_doubtful_is_left_alone()
    {
        Assert.Equal(Doubt.NameOnly, DoubtOf([Customer("Halm BV")], [Card("Halm")]));
        Assert.Equal(Doubt.NameOnly, DoubtOf([Customer("Lauwers Greet")], [Card("Greet Lauwers", postcode: "2800")]));
        Assert.Equal(
            Doubt.SeveralInTeamleader,
            DoubtOf([Customer("Halm", "BE0123456749")], [Card("A", "BE0123456749"), Card("B", "BE0123456749")])
        );
        Assert.Equal(Doubt.Collective, DoubtOf([Customer("Diverse klanten")], []));
        Assert.Equal(Doubt.Nameless, DoubtOf([Customer(" ")], []));
        var blocked = Customer("Halm");
        blocked = blocked with { Relation = blocked.Relation with { IsBlocked = true } };
        Assert.Equal(Doubt.Blocked, DoubtOf([blocked], []));
    }

    [Fact]
    public void A_namesake_with_another_VAT_number_is_somebody_else() =>
        Assert.IsType<ImportDecision.Create>(
            One([Customer("Halm BV", "BE0123456749", "2800")], [Card("Halm BV", "BE0999999922", "2800")])
        );

    [Fact]
    public void A_card_that_is_another_relation_already_is_not_taken_from_it()
    {
        var (customer, card) = (Customer("Halm", "BE0123456749"), Card("Halm", "BE0123456749"));

        Assert.Equal(
            Doubt.LinkedElsewhere,
            DoubtOf([customer], [card], new Dictionary<CustomerKey, Guid> { [card.Key] = Some.Id() })
        );
    }

    [Fact]
    public void Two_relations_of_one_customer_are_both_doubtful()
    {
        var twice = Decide(
            [Customer("Halm", "BE0123456749"), Customer("De Halm BV", "BE0123456749")],
            [Card("Halm", "BE0123456749")]
        );
        var lacking = Decide([Customer("Halm BV"), Customer("halm"), Customer("Peeters BV")], []);
        var numbered = Decide([Customer("A BV", "BE0123456749"), Customer("B BV", "BE 0123 456 749")], []);

        Assert.All(twice.Concat(lacking.Take(2)).Concat(numbered), one => Assert.Equal(Doubt.SeveralInExact, Of(one)));
        Assert.IsType<ImportDecision.Create>(lacking[2]);
    }

    [Fact]
    public void Namesakes_with_VAT_numbers_of_their_own_are_two_customers() =>
        Assert.All(
            Decide([Customer("Halm BV", "BE0123456749"), Customer("Halm BV", "BE0999999922")], []),
            one => Assert.IsType<ImportDecision.Create>(one)
        );

    [Fact]
    public void What_was_never_answered_is_found_by_tag_and_name_or_waited_for()
    {
        var customer = Customer("Halm BV");
        var intent = new CustomerIntent(Some.Id(), customer.Relation.Id, CustomerKind.Company, Now);
        var (made, namesake) = (Card("Halm BV"), Card("Halm BV"));

        var found = One([customer], [made, namesake], imported: [made.Key], intent: intent);
        var waits = One([customer], [], intent: intent);
        var over = One([customer], [], intent: intent with { LastTry = Now - Fence.LongestLateness });
        var byHand = One([customer], [namesake], intent: intent with { LastTry = Now - Fence.LongestLateness });

        Assert.Equal(new ImportDecision.Match(customer, made, MatchedBy.EarlierImport), found);
        Assert.Equal(new ImportDecision.Waiting(customer, Now + Fence.LongestLateness), waits);
        Assert.IsType<ImportDecision.Create>(over);
        Assert.Equal(Doubt.NameOnly, Of(byHand));
    }

    [Fact]
    public void Every_doubt_is_said_in_a_sentence() =>
        Assert.All(
            Enum.GetValues<Doubt>(),
            doubt => Assert.EndsWith(".", new ImportDecision.Doubtful(Customer("A"), doubt, ["B"]).Words)
        );

    static ExactCustomer Customer(string name, string? vat = null, string? postcode = null) =>
        new(Some.Relation(name, vat, postcode)) { Country = "BE" };

    static Customer Card(string name, string? vat = null, string? postcode = null) =>
        new()
        {
            Key = new CustomerKey(CustomerKind.Company, Some.Id()),
            Name = name,
            VatNumber = vat,
            Postcode = postcode,
            Country = "BE",
        };

    static ImportDecision One(
        ExactCustomer[] customers,
        Customer[] cards,
        Dictionary<CustomerKey, Guid>? links = null,
        CustomerKey[]? imported = null,
        CustomerIntent? intent = null
    ) => Assert.Single(Decide(customers, cards, links, imported, intent));

    static Doubt? DoubtOf(ExactCustomer[] customers, Customer[] cards, Dictionary<CustomerKey, Guid>? links = null) =>
        Of(One(customers, cards, links));

    static Doubt? Of(ImportDecision decision) => (decision as ImportDecision.Doubtful)?.Reason;

    static IReadOnlyList<ImportDecision> Decide(
        ExactCustomer[] customers,
        Customer[] cards,
        Dictionary<CustomerKey, Guid>? links = null,
        CustomerKey[]? imported = null,
        CustomerIntent? intent = null
    ) =>
        ImportDecider.Decide(
            new ImportBooks
            {
                Customers = customers,
                Cards = cards,
                Imported = (imported ?? []).ToHashSet(),
                Links = links ?? [],
                Intents = intent is null ? new Dictionary<Guid, CustomerIntent>() : new() { [intent.Account] = intent },
                Now = Now,
            }
        );
}
