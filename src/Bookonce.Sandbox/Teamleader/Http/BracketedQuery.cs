using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Sandbox.Teamleader.Http;

/// <summary>Reads the query of the deprecated GET as the body that it stands for: <c>page[size]=50&amp;filter[status][]=draft</c>.</summary>
internal static class BracketedQuery
{
    const int Deepest = 16;

    public static JsonElement Read(IQueryCollection query)
    {
        var root = new JsonObject();
        foreach (var (name, values) in query)
        {
            var keys = name.Split('[').Select(key => key.TrimEnd(']')).ToList();
            if (keys.Count > Deepest)
                throw new Refusal(400, "The query is nested too deeply");
            foreach (var value in values)
                Put(root, keys, value ?? "");
        }
        return JsonSerializer.SerializeToElement(Lists(root), WireJson.Default.JsonNode);
    }

    static void Put(JsonObject root, List<string> keys, string value)
    {
        var parent = root;
        foreach (var key in keys.SkipLast(1))
        {
            var name = NameIn(parent, key);
            if (parent[name] is not JsonObject child)
                parent[name] = child = [];
            parent = child;
        }
        parent[NameIn(parent, keys[^1])] = value;
    }

    /// <summary>An empty key appends to a list.</summary>
    static string NameIn(JsonObject parent, string key) => key.Length > 0 ? key : $"{parent.Count}";

    /// <summary>What is keyed by 0, 1, 2… is a list.</summary>
    static JsonNode Lists(JsonNode node)
    {
        if (node is not JsonObject item)
            return node.DeepClone();
        var isList = item.Count > 0 && item.Index().All(each => each.Item.Key == $"{each.Index}");
        return isList
            ? new JsonArray([.. item.Select(each => Lists(each.Value!))])
            : new JsonObject(item.Select(each => KeyValuePair.Create(each.Key, (JsonNode?)Lists(each.Value!))));
    }
}
