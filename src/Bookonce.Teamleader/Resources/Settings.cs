using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bookonce.Teamleader;

/// <summary>Users.</summary>
public sealed class Users
{
    private readonly Resource<User> users;

    internal Users(Transport transport) => users = new(transport, "users", Json.Default.User);

    /// <summary>The connected user.</summary>
    /// <exception cref="TeamleaderException">The read failed.</exception>
    public Task<User> Me(CancellationToken cancellation = default) => users.One("me", null, cancellation);
}

/// <summary>Company entities.</summary>
public sealed class Departments
{
    private readonly Resource<Department> departments;

    internal Departments(Transport transport) => departments = new(transport, "departments", Json.Default.Department);

    /// <summary>All of them, the default one first.</summary>
    /// <exception cref="TeamleaderException">The read failed.</exception>
    public Task<IReadOnlyList<Department>> List(CancellationToken cancellation = default) =>
        departments.Whole(null, cancellation);
}

/// <summary>VAT rates.</summary>
public sealed class TaxRates
{
    private readonly Resource<TaxRate> rates;

    internal TaxRates(Transport transport) => rates = new(transport, "taxRates", Json.Default.TaxRate);

    /// <summary>The rates of a department.</summary>
    /// <exception cref="TeamleaderException">The read failed.</exception>
    public IAsyncEnumerable<TaxRate> List(string departmentId, CancellationToken cancellation = default) =>
        rates.Pages(new JsonObject { ["department_id"] = departmentId }, sort: null, cancellation);
}

/// <summary>Payment terms.</summary>
public sealed class PaymentTerms
{
    private readonly Transport transport;

    internal PaymentTerms(Transport transport) => this.transport = transport;

    /// <summary>All of them, and which one is the default.</summary>
    /// <exception cref="TeamleaderException">The read failed.</exception>
    public async Task<PaymentTermList> List(CancellationToken cancellation = default)
    {
        var answer = await transport.Send("paymentTerms.list", null, cancellation);
        var shape = Json.Default.NamedPaymentTerm;
        if (
            answer is not { } found
            || !found.TryGetProperty("data", out var data)
            || data.ValueKind != JsonValueKind.Array
        )
            throw Failure.Unreadable(200, null);

        var standard = found.TryGetProperty("meta", out var meta) ? Body.Text(meta, "default") : null;
        return new PaymentTermList([.. data.EnumerateArray().Select(term => term.Deserialize(shape)!)], standard);
    }
}

/// <summary>Product categories.</summary>
public sealed class ProductCategories
{
    private readonly Resource<ProductCategory> categories;

    internal ProductCategories(Transport transport) =>
        categories = new(transport, "productCategories", Json.Default.ProductCategory);

    /// <summary>The categories of a department with their ledger account numbers.</summary>
    /// <exception cref="TeamleaderException">The read failed.</exception>
    public Task<IReadOnlyList<ProductCategory>> List(string departmentId, CancellationToken cancellation = default) =>
        categories.Whole(new JsonObject { ["department_id"] = departmentId }, cancellation);
}

/// <summary>Commercial discounts.</summary>
public sealed class CommercialDiscounts
{
    private readonly Resource<CommercialDiscount> discounts;

    internal CommercialDiscounts(Transport transport) =>
        discounts = new(transport, "commercialDiscounts", Json.Default.CommercialDiscount);

    /// <summary>The discounts of a department.</summary>
    /// <exception cref="TeamleaderException">The read failed.</exception>
    public Task<IReadOnlyList<CommercialDiscount>> List(
        string departmentId,
        CancellationToken cancellation = default
    ) => discounts.Whole(new JsonObject { ["department_id"] = departmentId }, cancellation);
}
