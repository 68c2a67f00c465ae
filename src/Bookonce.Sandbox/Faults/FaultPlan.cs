using System.Text.Json;

namespace Bookonce.Sandbox.Faults;

/// <summary>What goes wrong: rules, and the seed that decides wherever a rule leaves it to chance.</summary>
/// <param name="Seed">The same seed and the same calls give the same faults.</param>
/// <param name="Rules">Looked at in order; at most one fault falls on a call.</param>
public sealed record FaultPlan(int Seed, IReadOnlyList<FaultRule> Rules)
{
    /// <summary>Nothing goes wrong.</summary>
    public static FaultPlan None { get; } = new(0, []);

    /// <summary>Reads a plan from JSON: <c>{"seed":1,"rules":[{"kind":"requestTimeout","calls":[3]}]}</c>.</summary>
    /// <exception cref="FormatException">It is no plan, or has a rule that cannot be meant; the message says why.</exception>
    public static FaultPlan Parse(string json)
    {
        try
        {
            var plan = JsonSerializer.Deserialize(json, FaultJson.Default.FaultPlan) ?? None;
            plan = plan with { Rules = plan.Rules ?? [] };
            return plan.Problem() is { } problem ? throw new FormatException(problem) : plan;
        }
        catch (JsonException exception)
        {
            throw new FormatException($"This is no fault plan: {exception.Message}", exception);
        }
    }

    /// <summary>What cannot be meant, or null.</summary>
    internal string? Problem() =>
        Rules
            .Select((rule, index) => Problem(rule) is { } problem ? $"rules[{index}]: {problem}" : null)
            .FirstOrDefault(problem => problem is not null);

    // JSON can put a null where a rule belongs.
    static string? Problem(FaultRule? rule) => rule is null ? "a rule is an object" : rule.Problem();
}

/// <summary>Which of the two services a rule is about.</summary>
public enum SandboxService
{
    /// <summary>Exact Online.</summary>
    ExactOnline,

    /// <summary>Teamleader Focus.</summary>
    Teamleader,
}

/// <summary>What can go wrong with a call, a webhook or in the books.</summary>
public enum FaultKind
{
    /// <summary>The connection ends without an answer and nothing was done.</summary>
    AnswerLostBeforeCommit,

    /// <summary>The call was carried out; the connection ends without an answer.</summary>
    AnswerLostAfterCommit,

    /// <summary>The connection ends without an answer, and the call is carried out <see cref="FaultRule.After"/> later by the sandbox's clock.</summary>
    LateCommit,

    /// <summary>408.</summary>
    RequestTimeout,

    /// <summary>429 in the service's own shape; the call was not carried out.</summary>
    TooManyRequests,

    /// <summary>503 with a page of HTML.</summary>
    ServiceUnavailable,

    /// <summary>A login page in HTML, where an answer in JSON is due.</summary>
    LoginPage,

    /// <summary>The body comes in drops, over <see cref="FaultRule.After"/> of real time.</summary>
    SlowBody,

    /// <summary>The call was carried out; the connection breaks in the middle of the answer.</summary>
    ConnectionReset,

    /// <summary>Every token of the caller's app stops working, just before the call is looked at.</summary>
    TokenDeath,

    /// <summary>A webhook is delivered twice. The path is the callback's address.</summary>
    WebhookDuplicated,

    /// <summary>A webhook is taken for delivered but never sent. The path is the callback's address.</summary>
    WebhookMissing,

    /// <summary>Somebody types an entry in Exact by hand: the one that is just being sent, else a copy of one that is there.</summary>
    EntryTyped,

    /// <summary>Somebody changes the description of an entry in Exact.</summary>
    EntryEdited,

    /// <summary>Somebody deletes an entry in Exact.</summary>
    EntryDeleted,
}

/// <summary>Which entry somebody in Exact takes.</summary>
public enum EntryPick
{
    /// <summary>The one entered last.</summary>
    Last,

    /// <summary>The one entered first.</summary>
    First,

    /// <summary>Any, by the plan's seed.</summary>
    Any,
}

/// <summary>When something goes wrong, and what. Without calls or probability it is every call that fits.</summary>
public sealed record FaultRule
{
    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>The service that is called; null is either.</summary>
    public SandboxService? Service { get; init; }

    /// <summary>The path without the query, whatever the case; <c>*</c> stands for any text. Null is any.</summary>
    public string? Path { get; init; }

    /// <summary>The method; null is any.</summary>
    public string? Method { get; init; }

    /// <summary>The chance for each call that fits, from 0 to 1.</summary>
    public double? Probability { get; init; }

    /// <summary>Which of the calls that fit, counted from 1.</summary>
    public IReadOnlyList<int>? Calls { get; init; }

    /// <summary>How often at most.</summary>
    public int? Times { get; init; }

    /// <summary>
    /// How late a late commit is (5 minutes), how long a slow body takes (5 seconds), how long a 429 or 503 tells to wait.
    /// </summary>
    public TimeSpan? After { get; init; }

    /// <summary>Answers instead of the service's (408, 503, login page): whether the call was carried out all the same. Somebody in Exact: whether they come after it.</summary>
    public bool Committed { get; init; }

    /// <summary>The status of a login page; 200 if not told.</summary>
    public int? Status { get; init; }

    /// <summary>Somebody in Exact: the code of the sales journal; null is any, or the one of the entry that is being sent.</summary>
    public string? Journal { get; init; }

    /// <summary>Somebody in Exact: which entry.</summary>
    public EntryPick Entry { get; init; }

    internal string? Problem() =>
        Probability is < 0 or > 1 or double.NaN ? "probability must be from 0 to 1"
        : Calls is not null && Calls.Any(call => call < 1) ? "calls are counted from 1"
        : Probability is not null && Calls is not null ? "give either probability or calls"
        : Times < 0 ? "times must not be negative"
        : After is { } after && (after < TimeSpan.Zero || after > TimeSpan.FromDays(30))
            ? "after must be from 0 to 30 days"
        : Status is < 200 or > 599 ? "status must be from 200 to 599"
        : null;
}
