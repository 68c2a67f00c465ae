using System.Text.Json;

namespace Bookonce.Repository.Tests.Api;

/// <summary>The contracts, for answers of the API.</summary>
static class Schemas
{
    /// <summary>The JSON of an answer, if it has this status and obeys this schema.</summary>
    public static JsonElement As(this Answered answer, string schema, int status = 200)
    {
        Assert.True(answer.Status == status, $"{answer.Status}: {answer.Text}");
        Assert.Empty(JsonShape.Slips(Of(schema), answer.Json));
        return answer.Json;
    }

    /// <summary>The JSON itself, if it obeys this schema.</summary>
    public static JsonElement As(this JsonElement json, string schema)
    {
        Assert.Empty(JsonShape.Slips(Of(schema), json));
        return json;
    }

    /// <summary>The code of a refusal.</summary>
    public static string Refusal(this Answered answer, int status) =>
        answer.As("error", status).GetProperty("error").GetProperty("code").GetString()!;

    static JsonElement Of(string name) =>
        JsonDocument.Parse(Tree.Read($"docs/contracts/{name}.schema.json")).RootElement;
}
