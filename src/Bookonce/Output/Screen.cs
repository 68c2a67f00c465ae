using System.Text.Json;
using Bookonce.Web.Api.Json;

namespace Bookonce.Output;

/// <summary>Standard output holds the result, one JSON object where asked for; everything else goes to standard error.</summary>
static class Screen
{
    public static void Json<T>(T value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, ApiJson.Options));

    /// <summary>Prints one object with the fields of both.</summary>
    public static void Json(object first, object? more)
    {
        var whole = JsonSerializer.SerializeToNode(first, ApiJson.Options)!.AsObject();
        var rest = more is null ? [] : JsonSerializer.SerializeToNode(more, ApiJson.Options)!.AsObject();
        foreach (var field in rest.ToArray())
        {
            rest.Remove(field.Key);
            whole.Add(field);
        }
        Line(whole.ToJsonString(ApiJson.Options));
    }

    /// <summary>How many of something there are, for a sentence.</summary>
    public static string Count(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";

    public static void Line(string text) => Console.Out.WriteLine(text);

    public static void Note(string text) => Console.Error.WriteLine(text);

    public static int Fail(CommandException failure, bool json)
    {
        if (json)
            Json(ErrorJson.Of(failure.Code, failure.Message, failure.Remedy));
        else
            Note($"{failure.Message} {failure.Remedy}");
        return failure.ExitCode;
    }
}
