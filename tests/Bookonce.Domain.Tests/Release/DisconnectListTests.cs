using Bookonce.Domain.Documents;
using Bookonce.Domain.Release;

namespace Bookonce.Domain.Tests.Release;

public sealed class DisconnectListTests
{
    static readonly SalesDocument Ours = Of("Halm", "2026-03-01");
    static readonly SalesDocument Shared = Of("Peeters", "2026-03-02");
    static readonly CustomerKey Undocumented = new(CustomerKind.Company, Some.Id());

    static readonly Dictionary<CustomerKey, string> Linked = new()
    {
        [Key(Ours)] = "BAKKERIJ DE HALM",
        [Key(Shared)] = "Peeters NV",
        [Undocumented] = "Imported",
    };

    static SalesDocument Of(string customer, string date)
    {
        var document = Some.Invoice(date: date);
        return document with { Customer = document.Customer with { Name = customer } };
    }

    static CustomerKey Key(SalesDocument document) => document.Customer.Key!.Value;

    [Fact]
    public void The_only_connection_of_an_administration_disconnects_all_its_customers() =>
        Assert.Equal(
            ["Halm", "Imported", "Peeters"],
            DisconnectList.Of(Linked, [Ours, Shared], null).Select(customer => customer.Name)
        );

    [Fact]
    public void What_another_connection_uses_or_nobody_does_stays() =>
        Assert.Equal(
            [new DisconnectedCustomer(Key(Ours), "Halm")],
            DisconnectList.Of(Linked, [Ours, Shared], [Shared])
        );

    [Fact]
    public void A_customer_without_relation_is_none_to_disconnect() =>
        Assert.Empty(DisconnectList.Of(Linked, [Of("Nobody", "2026-01-01")], []));

    [Fact]
    public void The_name_is_that_of_the_latest_document()
    {
        var later = Ours with { Date = new(2026, 5, 1), Customer = Ours.Customer with { Name = "De Halm" } };

        Assert.Equal("De Halm", Assert.Single(DisconnectList.Of(Linked, [later, Ours], [])).Name);
    }
}
