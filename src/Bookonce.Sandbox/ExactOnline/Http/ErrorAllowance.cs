namespace Bookonce.Sandbox.ExactOnline.Http;

/// <summary>
/// More errors in an hour than are allowed on one endpoint block the key there for an hour; when errors go on after it, for longer.
/// 400, 401, 403 and 404 count.
/// </summary>
internal sealed class ErrorAllowance
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly Dictionary<(string ClientId, int Division, string Endpoint), Record> records = [];

    public bool IsBlocked(string clientId, int division, string endpoint, DateTimeOffset now) =>
        records.TryGetValue((clientId, division, endpoint), out var record) && now < record.BlockedUntil;

    public void Note(string clientId, int division, string endpoint, int status, DateTimeOffset now, int allowed)
    {
        if (status is not (400 or 401 or 403 or 404))
            return;
        if (allowed == int.MaxValue)
            return;
        if (!records.TryGetValue((clientId, division, endpoint), out var record))
            records.Add((clientId, division, endpoint), record = new Record());
        record.Errors.RemoveAll(at => at <= now - Hour);
        record.Errors.Add(now);
        if (record.Errors.Count <= allowed)
            return;
        var isAgain = record.Blocks > 0 && now < record.BlockedUntil + Hour;
        record.Blocks = isAgain ? record.Blocks + 1 : 1;
        record.BlockedUntil = now + (record.Blocks * Hour);
        record.Errors.Clear();
    }

    private sealed class Record
    {
        public List<DateTimeOffset> Errors { get; } = [];
        public DateTimeOffset BlockedUntil { get; set; }
        public int Blocks { get; set; }
    }
}
