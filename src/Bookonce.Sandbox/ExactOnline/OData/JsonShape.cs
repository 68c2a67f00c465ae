using System.Globalization;
using System.Text.Json;

namespace Bookonce.Sandbox.ExactOnline.OData;

/// <summary>Writes rows in the verbose JSON of the protocol's version 2.</summary>
internal sealed class JsonShape(Utf8JsonWriter json, Scope scope)
{
    public void List(EntitySet set, Query query, Page page, string? next)
    {
        json.WriteStartObject();
        if (IsShort(query, next))
        {
            json.WriteStartArray("d");
            Rows(set, query, page);
            json.WriteEndArray();
            json.WriteEndObject();
            return;
        }
        json.WriteStartObject("d");
        if (page.Count is { } count)
            json.WriteString("__count", count.ToString(CultureInfo.InvariantCulture));
        json.WriteStartArray("results");
        Rows(set, query, page);
        json.WriteEndArray();
        if (next is not null)
            json.WriteString("__next", next);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private bool IsShort(Query query, string? next) =>
        next is null
        && !query.CountsAll
        && scope.Switches.ListForm switch
        {
            ListForm.ShortWithTop => query.Top is not null,
            ListForm.ShortOnTheLastPage => true,
            _ => false,
        };

    private void Rows(EntitySet set, Query query, Page page)
    {
        foreach (var row in page.Rows)
            Row(set.Path, set.Type, row, query.Select ?? set.Type.Fields, query.Expand);
    }

    /// <param name="known">The only fields whose values are told, the others being null; null tells all.</param>
    public void One(EntitySet set, Query query, object row, IReadOnlySet<string>? known = null)
    {
        json.WriteStartObject();
        json.WritePropertyName("d");
        Row(set.Path, set.Type, row, query.Select ?? set.Type.Fields, query.Expand, known);
        json.WriteEndObject();
    }

    public static void Error(Utf8JsonWriter json, string message)
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("code", "");
        json.WriteStartObject("message");
        json.WriteString("lang", "");
        json.WriteString("value", message);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Row(
        string path,
        EntityType type,
        object row,
        IReadOnlyList<Field> fields,
        IReadOnlyDictionary<string, IReadOnlyList<Field>> expand,
        IReadOnlySet<string>? known = null
    )
    {
        var uri = $"{scope.Root}/{path}({EdmValue.Literal(type.Key.Value(row, scope))})";
        json.WriteStartObject();
        json.WriteStartObject("__metadata");
        json.WriteString("uri", uri);
        json.WriteString("type", type.Model);
        json.WriteEndObject();
        foreach (var field in fields)
        {
            if (field.Type != Edm.Children)
                Value(field, known is null || known.Contains(field.Name) ? field.Value(row, scope) : null);
            else if (!expand.ContainsKey(field.Name))
                Deferred(field.Name, uri);
        }
        foreach (var (name, chosen) in expand)
            Children(type.Find(name)!, row, chosen);
        json.WriteEndObject();
    }

    private void Children(Field field, object row, IReadOnlyList<Field> chosen)
    {
        json.WriteStartObject(field.Name);
        json.WriteStartArray("results");
        if (field.ChildType is { } type)
        {
            foreach (var child in field.Children(row, scope))
                Row(
                    field.ChildPath!,
                    type,
                    child,
                    chosen is [] ? type.Fields : chosen,
                    new Dictionary<string, IReadOnlyList<Field>>()
                );
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Deferred(string name, string uri)
    {
        json.WriteStartObject(name);
        json.WriteStartObject("__deferred");
        json.WriteString("uri", $"{uri}/{name}");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Value(Field field, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(field.Name);
                break;
            case long number when field.Type == Edm.Int64 && scope.Switches.Int64AsText:
                json.WriteString(field.Name, number.ToString(CultureInfo.InvariantCulture));
                break;
            case long number:
                json.WriteNumber(field.Name, number);
                break;
            case decimal number:
                json.WriteNumber(field.Name, number / 1.0000000000000000000000000000m);
                break;
            case bool flag:
                json.WriteBoolean(field.Name, flag);
                break;
            case Guid id:
                json.WriteString(field.Name, id);
                break;
            case DateTime time:
                var milliseconds = (long)(time - DateTime.UnixEpoch).TotalMilliseconds;
                json.WriteString(field.Name, string.Create(CultureInfo.InvariantCulture, $"/Date({milliseconds})/"));
                break;
            default:
                json.WriteString(field.Name, (string)value);
                break;
        }
    }
}
