using System.Text.Json.Nodes;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>The catalogue.</summary>
internal static class Products
{
    public static Answer List(Call call) =>
        Answer.Data(
            call.Page(
                new Filter<Product>(call, call.State.ProductsById.Values)
                    .Ids(product => product.Id)
                    .Term(product => [product.Name, product.Code])
                    .UpdatedSince(product => product.UpdatedAt)
                    .Rows
            ),
            Row
        );

    public static Answer Info(Call call)
    {
        var product = call.Subject(call.State.ProductsById.GetValueOrDefault, "Product");
        var wire = Row(product);
        wire["custom_fields"] = Wire.List(product.CustomFields, SharedWire.ToWire);
        return Answer.Data(wire);
    }

    static JsonObject Row(Product product) =>
        new()
        {
            ["id"] = product.Id,
            ["name"] = product.Name,
            ["description"] = product.Description,
            ["code"] = product.Code,
            ["unit"] = Wire.Reference("unitOfMeasure", product.UnitOfMeasureId),
            ["added_at"] = Wire.Moment(product.AddedAt),
            ["updated_at"] = Wire.Moment(product.UpdatedAt),
            ["selling_price"] = product.SellingPrice is { } price ? Wire.Money(price, product.Currency) : null,
            ["product_category"] = Wire.Reference("productCategory", product.ProductCategoryId),
            ["tax"] = Wire.Reference("taxRate", product.TaxRateId),
        };
}
