namespace Bookonce.Sandbox.ExactOnline.OData;

/// <summary>One field of an entity.</summary>
/// <param name="Get">The value for a row; a field about which nothing is known is null.</param>
internal sealed record Field(string Name, Edm Type, bool IsWritable, Func<object, Scope, object?> Get)
{
    /// <summary>Takes a new value over into a row.</summary>
    public Action<object, object?>? Set { get; init; }

    /// <summary>Text shorter than this is padded: on the right when positive, on the left when negative.</summary>
    public int Width { get; init; }

    /// <summary>The child rows' own kind and address.</summary>
    public EntityType? ChildType { get; init; }
    public string? ChildPath { get; init; }

    public object? Value(object row, Scope scope) =>
        EdmValue.Canonical(Get(row, scope), scope.Switches.SummerTime) switch
        {
            string text when Width > 0 => text.PadRight(Width),
            string text when Width < 0 => text.PadLeft(-Width),
            var value => value,
        };

    public IEnumerable<object> Children(object row, Scope scope) => (IEnumerable<object>)Get(row, scope)!;
}

/// <summary>A kind of entity: its name in the service, its fields and its key.</summary>
internal sealed class EntityType(string model, string key, IReadOnlyList<Field> fields)
{
    private readonly Dictionary<string, Field> byName = fields.ToDictionary(field => field.Name);

    /// <summary>For example <c>Exact.Web.Api.Models.Journal</c>.</summary>
    public string Model { get; } = $"Exact.Web.Api.Models.{model}";
    public IReadOnlyList<Field> Fields { get; } = fields;
    public Field Key => byName[key];

    public Field? Find(string name) => byName.GetValueOrDefault(name);
}
