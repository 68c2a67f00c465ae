using System.Text.Json.Nodes;
using Bookonce.Engine.Store;
using Bookonce.Simulation.Wire;
using Microsoft.Data.Sqlite;

namespace Bookonce.Simulation.Contenders;

/// <summary>Takes a part of the product away from outside, between it and what it works with; the product knows no switch for it.</summary>
sealed class Amputation(Part part)
{
    static readonly byte[] Nothing = """{"d":{"results":[]}}"""u8.ToArray();

    readonly Dictionary<Guid, Task<Office>> offices = [];

    public bool SendsAgain => part == Part.Fence;

    /// <summary>The request as it goes out.</summary>
    public Message Of(Message message)
    {
        if (part != Part.Fence || !message.IsEntry)
            return message;
        var body = JsonNode.Parse(message.Body.Span)!.AsObject();
        body.Remove("EntryNumber");
        body.Remove("EntryID");
        return message with { Body = System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()) };
    }

    /// <summary>The answer as the engine sees it.</summary>
    public Answer Of(Message message, Answer answer) =>
        part == Part.Look && answer.Status == 200 && IsLook(message) ? answer with { Body = Nothing } : answer;

    /// <summary>Another engine's term of office goes on with the new one.</summary>
    public object? Instead(string method, object?[] arguments, Func<object?> call)
    {
        if (part != Part.Epoch || method != nameof(IStore.TakeOffice))
            return call();
        var administration = (Guid)arguments[0]!;
        if (!offices.TryGetValue(administration, out var office))
            offices[administration] = office = (Task<Office>)call()!;
        return office;
    }

    /// <summary>A process begins.</summary>
    public void Forget(string database)
    {
        if (part != Part.Intent)
            return;
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "DELETE FROM intents WHERE state = 'Unknown'; DELETE FROM relation_intents WHERE state = 'Unknown'";
        command.ExecuteNonQuery();
    }

    static bool IsLook(Message message) =>
        message is { Service: Service.Exact, IsRead: true }
        && (
            message.Path.EndsWith("/TransactionLines", StringComparison.Ordinal)
            || message.Path.EndsWith("/SalesEntries", StringComparison.Ordinal)
        );
}
