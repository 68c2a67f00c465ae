namespace Bookonce.ExactOnline;

/// <summary>
/// Errors of the last hour in one division. Exact counts them by key, user, company and endpoint; here every user of the app and
/// every verb of an address count together, which is never less.
/// </summary>
internal sealed class ErrorBook(BudgetBook book, int division, BudgetMemory? memory, TimeProvider clock)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly Lock gate = new();
    private IReadOnlyList<CountedError> errors = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<CountedError> Current => [.. Volatile.Read(ref errors).Where(IsWithinHour)];

    /// <summary>Whether the endpoint had an error within the hour.</summary>
    public bool Any(string endpoint) => Of(endpoint).Length > 0;

    /// <summary>Throws when the endpoint may have no more errors.</summary>
    /// <exception cref="ExactOnlineException">Nothing was sent; it tells when to go on.</exception>
    public void ThrowIfSpent(string endpoint)
    {
        var counted = Of(endpoint);
        if (counted.Length >= book.ErrorsPerHour)
            throw Spent(endpoint, counted[counted.Length - book.ErrorsPerHour]);
    }

    /// <summary>
    /// While an endpoint has errors the next one is likely, so it is counted before the request is sent: then neither a lost
    /// answer nor a crash can hide it.
    /// </summary>
    public async Task<CountedError?> Reserve(string endpoint)
    {
        ThrowIfSpent(endpoint);
        if (!Any(endpoint))
            return null;

        var reserved = await Spend(endpoint);
        var counted = Of(endpoint);
        if (counted.Length <= book.ErrorsPerHour)
            return reserved;

        // Another process was faster.
        await Return(reserved);
        throw Spent(endpoint, counted[counted.Length - book.ErrorsPerHour]);
    }

    /// <summary>Counts what became of a request: one that was never sent had no error, one without an answer may have had one.</summary>
    public async Task Settle(string endpoint, CountedError? reserved, int? status, bool neverSent)
    {
        var isError = status is 400 or 401 or 403 or 404;
        if (isError && reserved?.At != clock.GetUtcNow())
            await Spend(endpoint);
        else if (isError || reserved is null)
            return;
        if (reserved is not null && (status is not null || neverSent))
            await Return(reserved);
    }

    public void Join(IReadOnlyList<CountedError> known)
    {
        lock (gate)
            errors = known;
    }

    private async Task<CountedError> Spend(string endpoint)
    {
        var error = new CountedError(endpoint, clock.GetUtcNow());
        var counted = memory is null ? [.. Of(endpoint), error] : await memory.Spend(division, error);
        lock (gate)
            errors = [.. errors.Where(other => other.Endpoint != endpoint), .. counted];
        return error;
    }

    private async Task Return(CountedError error)
    {
        if (memory is not null)
            await memory.Return(division, error);
        lock (gate)
        {
            var left = errors.ToList();
            left.Remove(error);
            errors = left;
        }
    }

    private CountedError[] Of(string endpoint) =>
        [
            .. Volatile
                .Read(ref errors)
                .Where(error => error.Endpoint == endpoint && IsWithinHour(error))
                .OrderBy(error => error.At),
        ];

    private bool IsWithinHour(CountedError error)
    {
        var age = clock.GetUtcNow() - error.At;
        return age < Hour + book.ClockTolerance && age > -Hour;
    }

    private ExactOnlineException Spent(string endpoint, CountedError leaves) =>
        new(
            $"Exact refused {book.ErrorsPerHour} calls to {endpoint} within an hour; more would block the app.",
            Outcome.Refused
        )
        {
            IsTransient = true,
            IsBudgetSpent = true,
            SpentEndpoint = endpoint,
            ResumesAt = leaves.At + Hour + book.ClockTolerance,
        };
}
