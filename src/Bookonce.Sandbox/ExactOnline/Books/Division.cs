namespace Bookonce.Sandbox.ExactOnline;

/// <summary>
/// One administration with its master data, entries and what follows from them. Public methods are what a person does in
/// the screens; what the service would refuse, they refuse with <see cref="RefusedException"/>.
/// </summary>
public sealed partial class Division
{
    private readonly ExactOnlineState state;
    private long rowVersion = 1000;

    internal Division(ExactOnlineState state, int code, string description, string country, string currency)
    {
        this.state = state;
        (Code, Description, Country, Currency) = (code, description, country, currency);
        Customer = state.NextId();
        Created = state.Clock.GetUtcNow();
        Ledger = new Ledger(this);
        Series = new NumberSeries(() => state.Switches);
        AddCurrency(currency, currency, amountPrecision: 2);
        if (currency != "EUR")
            AddCurrency("EUR", "Euro", amountPrecision: 2);
    }

    /// <summary>The number in every address.</summary>
    public int Code { get; }

    /// <summary>The administration's name.</summary>
    public string Description { get; }

    /// <summary>Two letters.</summary>
    public string Country { get; }

    /// <summary>The administration's own currency.</summary>
    public string Currency { get; }

    /// <summary>The administration's own VAT number, or null.</summary>
    public string? VatNumber { get; set; }

    /// <summary>False shows it as archived.</summary>
    public bool Active { get; set; } = true;

    internal Guid Customer { get; }
    internal DateTimeOffset Created { get; }
    internal Ledger Ledger { get; }
    internal NumberSeries Series { get; }
    internal ExactOnlineState State => state;
    internal ExactOnlineSwitches Switches => state.Switches;
    internal ExactUser User => state.User;

    internal DateOnly Today => DateOnly.FromDateTime(WallClock.Of(state.Clock.GetUtcNow(), Switches.SummerTime));

    internal long NextRowVersion()
    {
        Touch();
        return ++rowVersion;
    }

    /// <summary>Grows with every change of anything in the administration.</summary>
    internal long Changes { get; private set; }

    internal void Touch() => Changes++;

    internal long HighestRowVersion => rowVersion;

    internal Guid NextId() => state.NextId();

    internal (Actor By, DateTimeOffset At) Who(Entered? entered) =>
        (entered?.By ?? User.Actor, entered?.At ?? state.Clock.GetUtcNow());
}
