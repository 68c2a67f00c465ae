using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>Reads <c>grouped_lines</c> and <c>discounts</c> of a document of one department.</summary>
internal sealed class LinesInput(TeamleaderState state, Guid departmentId)
{
    public IReadOnlyList<LineGroup> Groups(Input input)
    {
        var groups = input.Required.Items();
        return groups is [] ? throw input.Invalid : [.. groups.Select(Group)];
    }

    public static IReadOnlyList<Discount> Discounts(Input input) =>
        [.. input.Items().Select(discount => new Discount(Percentage(discount), discount["description"].Text() ?? ""))];

    LineGroup Group(Input group)
    {
        // An untitled section must be left out: null or an empty title is refused.
        var section = group["section"];
        var title =
            section.IsGiven && section.Value.ValueKind == System.Text.Json.JsonValueKind.Object
                ? section["title"].Text()
                : null;
        if (section.IsGiven && string.IsNullOrEmpty(title))
            throw Refusal.MustBeValid("grouped_lines");
        return new LineGroup(title, [.. group["line_items"].Required.Items().Select(Line)]);
    }

    Line Line(Input line)
    {
        var product = Known(line["product_id"], state.ProductsById);
        var category = Known(line["product_category_id"], state.ProductCategoriesById);
        return new Line
        {
            Quantity = line["quantity"].Required.Number()!.Value,
            UnitPrice = UnitPrice(line["unit_price"], product),
            Description = line["description"].Required.Text()!,
            ExtendedDescription = line["extended_description"].Text(),
            TaxRateId = TaxRate(line["tax_rate_id"]),
            ProductId = product?.Id,
            ProductCategoryId = category?.Id ?? product?.ProductCategoryId,
            UnitOfMeasureId = Known(line["unit_of_measure_id"], state.UnitsOfMeasureById)?.Id,
            DiscountPercentage = line["discount"].HasValue ? Percentage(line["discount"].Object()) : null,
            WithholdingTaxRateId = Known(line["withholding_tax_rate_id"], state.WithholdingTaxRatesById)?.Id,
        };
    }

    Guid TaxRate(Input input)
    {
        var id = input.RequiredId();
        var belongs = state.TaxRatesById.TryGetValue(id, out var rate) && rate.DepartmentId == departmentId;
        return belongs ? id : throw input.Invalid;
    }

    static decimal UnitPrice(Input input, Product? product)
    {
        if (!input.HasValue && product?.SellingPrice is { } price)
            return price;
        input.Required.Object()["tax"].OneOf("excluding");
        return input["amount"].Required.Number()!.Value;
    }

    static decimal Percentage(Input discount)
    {
        discount["type"].Required.OneOf("percentage");
        return discount["value"].Required.Number() is >= 0 and <= 100 and var value
            ? value
            : throw discount["value"].Invalid;
    }

    static T? Known<T>(Input input, OrderedDictionary<Guid, T> table)
        where T : class => input.Id() is not { } id ? null : table.GetValueOrDefault(id) ?? throw input.Invalid;
}
