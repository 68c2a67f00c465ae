using System.Text.Json.Nodes;

namespace Bookonce.Sandbox.Teamleader.Http;

/// <summary>A call that the service refuses: the status, what the error's title says, and the body field it is about.</summary>
internal sealed class Refusal(int status, string title, string? field = null) : Exception(title)
{
    public int Status { get; } = status;

    public static Refusal MustBePresent(string field) => new(400, $"{field} must be present", field);

    public static Refusal MustBeValid(string field) => new(400, $"{field} must be valid", field);

    public static Refusal InvalidUuid(string field) => new(400, $"{field} invalid uuid", field);

    public static Refusal NotFound(string title) => new(404, title);

    public Answer ToAnswer()
    {
        var error = new JsonObject
        {
            ["code"] = 0,
            ["title"] = Message,
            ["status"] = Status,
        };
        if (field is not null)
            error["meta"] = new JsonObject { ["field"] = field };
        return new Answer(Status, new JsonObject { ["errors"] = new JsonArray(error) });
    }
}
