using System.Text.Json.Nodes;
using Bookonce.Sandbox.Teamleader.State;

namespace Bookonce.Sandbox.Teamleader.Http;

/// <summary>One authorised call, made while the state's lock is held.</summary>
internal sealed record Call(TeamleaderState State, Guid UserId, Input Body, string Origin)
{
    public TeamleaderSwitches Switches { get; } = State.Switches;

    /// <summary>The optional parts of the answer that the call asks for.</summary>
    public bool Includes(string part) =>
        Body["includes"].Text()?.Split(',', StringSplitOptions.TrimEntries).Contains(part) ?? false;

    /// <summary>What the call's id names.</summary>
    public T Subject<T>(Func<Guid, T?> find, string type)
        where T : class => find(Body["id"].RequiredId()) ?? throw State.Unknown(type);

    /// <summary>Answers a new temporary address on this server.</summary>
    /// <param name="temporary">What it is for.</param>
    /// <param name="expiry">The name under which the service says until when it works.</param>
    public Answer Temporary(TemporaryAddresses.Temporary temporary, string expiry) =>
        Answer.Data(
            new JsonObject
            {
                ["location"] = $"{Origin}{State.TemporaryAddresses.Add(temporary)}",
                [expiry] = Wire.Moment(temporary.Expires),
            }
        );

    /// <summary>The page that the call asks for.</summary>
    public IEnumerable<T> Page<T>(IEnumerable<T> rows)
    {
        var page = Body["page"].Object();
        var size = page["size"].Integer() ?? 20;
        var number = page["number"].Integer() ?? 1;
        if (size < 1 || (size > 100 && Switches.LargePage == LargePage.Refused))
            throw page["size"].Invalid;
        if (number < 1)
            throw page["number"].Invalid;
        size = Math.Min(size, 100);
        return rows.Skip((int)Math.Min(int.MaxValue, (number - 1L) * size)).Take(size);
    }
}
