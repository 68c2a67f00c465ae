using Bookonce.Sandbox.ExactOnline.Http;

namespace Bookonce.Sandbox.ExactOnline;

/// <summary>The user in whose name apps work.</summary>
/// <param name="LanguageCode">For example <c>nl-BE</c>.</param>
public sealed record ExactUser(Guid Id, string UserName, string FullName, string Email, string LanguageCode)
{
    internal Actor Actor => new(Id, FullName);
}

/// <summary>
/// Everything that the sandbox knows: its user, its administrations, its tokens and what apps have used up.
/// Safe to use from several threads; every method takes the one lock. Lists that are handed out are copies.
/// </summary>
public sealed class ExactOnlineState
{
    private readonly List<Division> divisions = [];
    private readonly Random ids;
    private readonly Random tokens;

    /// <summary>An empty service. Equal seeds give equal ids for equal steps.</summary>
    public ExactOnlineState(TimeProvider clock, int seed)
    {
        Clock = clock;
#pragma warning disable CA5394 // Ids must be repeatable, not secret.
        ids = new Random(seed);
        tokens = new Random(~seed);
#pragma warning restore CA5394
        Tokens = new Tokens(this);
        User = new ExactUser(NextId(), "sandbox", "Sandbox User", "sandbox@example.test", "nl-BE");
    }

    /// <summary>The unknowns as they are set. May be replaced at any time.</summary>
    public ExactOnlineSwitches Switches { get; set; } = new();

    /// <summary>The one user that gives consent on the authorize page.</summary>
    public ExactUser User { get; set; }

    /// <summary>The administrations in the order in which they were added.</summary>
    public IReadOnlyList<Division> Divisions
    {
        get
        {
            lock (Gate)
                return [.. divisions];
        }
    }

    /// <summary>Ends all access at once, as a user does who withdraws it: every chain of tokens is refused from then on.</summary>
    public void RevokeAccess()
    {
        lock (Gate)
            Tokens.Revoke();
    }

    /// <summary>The latest fault of the sandbox itself, or null: none of its rules ends in one.</summary>
    internal Exception? Unexplained { get; set; }

    internal Lock Gate { get; } = new();
    internal TimeProvider Clock { get; }

    /// <summary>Adds an administration, with its own currency and the euro but without any other master data.</summary>
    /// <param name="code">The number in every address, unique.</param>
    public Division AddDivision(int code, string description, string country = "BE", string currency = "EUR")
    {
        lock (Gate)
        {
            if (divisions.Exists(division => division.Code == code))
                throw new ArgumentException($"Administration {code} exists already.", nameof(code));
            var division = new Division(this, code, description, country, currency);
            divisions.Add(division);
            return division;
        }
    }

    /// <summary>How many copies of a message are sent: 0 loses it, 2 doubles it; null sends one. Called while the state is locked.</summary>
    public Func<WebhookMessage, int>? WebhookCopies { get; set; }

    /// <summary>Says that the clock was moved by hand, for clocks whose timers do not notice: what is due by it is sent.</summary>
    public void ClockWasMoved() => Outbox.Stirred?.Invoke();

    internal WebhookOutbox Outbox { get; } = new();
    internal Tokens Tokens { get; }
    internal CallAllowance Calls { get; } = new();
    internal ErrorAllowance Errors { get; } = new();

    /// <summary>The administration that was last named in an address.</summary>
    internal Division? CurrentDivision
    {
        get => field ?? (divisions is [var first, ..] ? first : null);
        set;
    }

    internal Division? FindDivision(int code) => divisions.Find(division => division.Code == code);

    /// <summary>Letters and digits that nobody can guess from the outside, the same for the same seed.</summary>
    internal string NextText(int length) =>
        new(tokens.GetItems("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".AsSpan(), length));

    /// <summary>The number of the entry entered last, in any administration.</summary>
    internal int LatestSequence { get; private set; }

    internal int NextSequence() => ++LatestSequence;

    internal Guid NextId()
    {
        Span<byte> bytes = stackalloc byte[16];
        ids.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
