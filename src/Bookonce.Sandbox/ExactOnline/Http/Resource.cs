using System.Globalization;
using System.Text.RegularExpressions;
using Bookonce.Sandbox.ExactOnline.Endpoints;
using Bookonce.Sandbox.ExactOnline.OData;
using Microsoft.AspNetCore.WebUtilities;

namespace Bookonce.Sandbox.ExactOnline.Http;

/// <summary>One request for a list, an entity, its children, a count, a function, or for a write.</summary>
internal sealed partial class Resource(Scope scope, Call call)
{
    private const string MetadataSuffix = "/$metadata";

    /// <param name="path">Behind the administration.</param>
    /// <param name="set">Given when the address has no administration.</param>
    public Answer Answer(string path, EntitySet? set)
    {
        if (Catalogue.FindFunction(path) is { } function)
            return call.IsRead
                ? Http.Answer.Json(200, json => function(scope, Argument, json))
                : throw ApiException.Unsupported();
        if (path.EndsWith(MetadataSuffix, StringComparison.OrdinalIgnoreCase) && call.IsRead)
            return Description(path[..^MetadataSuffix.Length]);
        var shape = PathShape().Match(path);
        set ??= Catalogue.Find(shape.Groups["set"].Value) ?? throw ApiException.NotFound(path);
        var (key, tail) = (shape.Groups["key"], shape.Groups["tail"].Value);
        if (!call.AcceptsJson && tail != "$count")
            throw new ApiException(415, "Unsupported media type requested.");
        return (call.Method, key.Success, tail) switch
        {
            ("GET" or "HEAD", false, "") => List(set),
            ("GET" or "HEAD", false, "$count") => Count(set),
            ("GET" or "HEAD", true, "") => One(set, key.Value),
            ("GET" or "HEAD", true, _) => Children(set, key.Value, tail),
            ("POST", false, "") => Post(set),
            ("PUT", true, "") => Put(set, key.Value),
            ("DELETE", true, "") => Delete(set, key.Value),
            (_, false, not "") => throw ApiException.NotFound(tail),
            _ => throw ApiException.Unsupported(),
        };
    }

    private static Answer Description(string service)
    {
        var sets = Catalogue.OfService(service);
        return sets is []
            ? throw ApiException.NotFound(service)
            : new Answer(200) { Body = Metadata.Write(sets), ContentType = "application/xml;charset=utf-8" };
    }

    private Answer List(EntitySet set)
    {
        var query = Query.Parse(call.QueryString, set.Type, scope.Switches);
        Demand(set, query);
        var page = Page.Read(set, query, scope);
        var next = page.Next is { } token ? NextLink(set, query, token) : null;
        return Http.Answer.Json(200, json => new JsonShape(json, scope).List(set, query, page, next));
    }

    private Answer Count(EntitySet set)
    {
        var query = Query.Parse(call.QueryString, set.Type, scope.Switches);
        DemandFilter(set, query);
        return Http.Answer.Text(200, Page.CountOf(set, query, scope).ToString(CultureInfo.InvariantCulture));
    }

    private Answer One(EntitySet set, string key)
    {
        var query = Query.Parse(call.QueryString, set.Type, scope.Switches);
        var row = Find(set, key) ?? throw ApiException.NotFound(set.Path);
        return Http.Answer.Json(200, json => new JsonShape(json, scope).One(set, query, row));
    }

    private Answer Children(EntitySet set, string key, string name)
    {
        if (set.Type.Find(name) is not { Type: Edm.Children, ChildType: { } type, ChildPath: { } path } field)
            throw ApiException.NotFound(name);
        var row = Find(set, key) ?? throw ApiException.NotFound(set.Path);
        var children = new ListSource<object>(_ => field.Children(row, scope), child => type.Key.Value(child, scope)!);
        return List(new EntitySet(path, type, children));
    }

    private Answer Post(EntitySet set)
    {
        if (set.Post is not { } post)
            throw ApiException.Unsupported();
        var nullIsAnError = scope.Switches.NullOnCreation == NullOnCreation.GenericError;
        var body = Body.Parse(call.Body, set.Type, nullIsAnError);
        var row = post(scope, body);
        // Without the header most properties of the answer are null: what was sent comes back, and the key.
        var known = call.WantsRepresentation ? null : body.Names.Append(set.Type.Key.Name).ToHashSet();
        var uri = $"{scope.Root}/{set.Path}({EdmValue.Literal(set.Type.Key.Value(row, scope))})";
        return Http
            .Answer.Json(201, json => new JsonShape(json, scope).One(set, Query.Everything, row, known))
            .With("Location", uri);
    }

    private Answer Put(EntitySet set, string key)
    {
        if (set.Put is not { } put)
            throw ApiException.Unsupported();
        var body = Body.Parse(call.Body, set.Type);
        put(scope, Find(set, key) ?? throw ApiException.NotFound(set.Path), body);
        return new Answer(204);
    }

    private Answer Delete(EntitySet set, string key)
    {
        if (set.Delete is not { } delete)
            throw ApiException.Unsupported();
        // A key that is gone is forbidden, not unknown.
        delete(scope, Find(set, key) ?? throw ApiException.Forbidden());
        return new Answer(204);
    }

    private object? Find(EntitySet set, string text)
    {
        if (FilterGrammar.ParseLiterals(text) is not [{ } key])
            throw ApiException.QuerySyntax();
        var fits = set.Type.Key.Type switch
        {
            Edm.Guid => key is Guid,
            Edm.String => key is string,
            _ => key is long,
        };
        return fits ? set.Rows.Find(scope, key) : throw ApiException.QuerySyntax();
    }

    private static void Demand(EntitySet set, Query query)
    {
        if (set.NeedsSelect && query.Select is null && !(set.TopStandsInForSelect && query.Top == 1))
            throw new ApiException(400, "Please add a $select or a $top=1 statement to the query string.");
        if (query.Skip > 0 && !set.AllowsSkip)
            throw ApiException.QuerySyntax("$skip is not supported.");
        DemandFilter(set, query);
    }

    private static void DemandFilter(EntitySet set, Query query)
    {
        if (
            set.MandatoryFilter is not []
            && !set.MandatoryFilter.Any(field => query.Filter?.Fields.Contains(field) is true)
        )
        {
            throw new ApiException(
                400,
                "A GET request for this endpoint must have a $filter parameter with one of the following fields in the url: "
                    + string.Join(", ", set.MandatoryFilter)
            );
        }
        if (set.OnlyFilter is not [] && query.Filter?.Fields.Any(field => !set.OnlyFilter.Contains(field)) is true)
            throw ApiException.QuerySyntax();
    }

    private string NextLink(EntitySet set, Query query, string token)
    {
        var options = call.QueryString.TrimStart('?').Split('&').Where(part => !IsOption(part, "skiptoken"));
        // Rows already given count towards $skip and $top.
        options = options.Where(part => !IsOption(part, "skip"));
        if (query.Top is { } top)
            options = options.Where(part => !IsOption(part, "top")).Append($"$top={top - set.PageSize}");
        return $"{call.Host}/{call.Path}?{string.Join('&', options.Append($"$skiptoken={Uri.EscapeDataString(token)}"))}";
    }

    private static bool IsOption(string part, string name) =>
        Uri.UnescapeDataString(part).StartsWith($"${name}=", StringComparison.OrdinalIgnoreCase);

    private object? Argument(string name) =>
        QueryHelpers.ParseQuery(call.QueryString).TryGetValue(name, out var values)
        && values is [{ Length: > 0 } text, ..]
            ? FilterGrammar.ParseLiterals(text)[0]
            : null;

    [GeneratedRegex(
        @"^(?<set>[^(]+?)(\((?<key>.*)\))?(/(?<tail>\$count|(?<=\)/)[A-Za-z]+))?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex PathShape();
}
