using System.Runtime.CompilerServices;
using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Relations;
using Bookonce.Engine.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Bookonce.Storage.Tests;

/// <summary>An open database on a file of its own, with one connection in one administration, and its office taken.</summary>
sealed class Memory : IDisposable
{
    static int files;

    Memory(string file, IDataProtectionProvider protection)
    {
        File = file;
        Protection = protection;
        Database = new Database(file, protection, Time);
    }

    public static DateTimeOffset Now { get; } = new(2026, 6, 30, 8, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Time { get; } = new(Now);

    public string File { get; }

    public IDataProtectionProvider Protection { get; }

    public Database Database { get; }

    public IStore Store => Database.Store;

    public IReadSide Pages => Database.ReadSide;

    public Office Office { get; private set; }

    public Access Exact { get; } = NewAccess(Id(1), Vendor.ExactOnline, "https://start.exactonline.be");

    public Access Teamleader { get; } = NewAccess(Id(2), Vendor.Teamleader, "https://api.focus.teamleader.eu");

    public Administration Administration => new(Id(3), Exact.Id, 123456, "Van Damme bv", "EUR");

    public Connection Connection => NewConnection(Id(4), "Van Damme", Administration);

    public static async Task<Memory> Open([CallerMemberName] string test = "")
    {
        var memory = new Memory(NewFile(test), new EphemeralDataProtectionProvider());
        await memory.Database.Open();
        await memory.Store.SaveAccess(memory.Exact);
        await memory.Store.SaveAccess(memory.Teamleader);
        await memory.Store.AddConnection(memory.Connection);
        memory.Office = await memory.Store.TakeOffice(memory.Administration.Id);
        return memory;
    }

    public static string NewFile(string test)
    {
        var folder = Directory.CreateTempSubdirectory("bookonce-").FullName;
        return Path.Combine(folder, $"{test}-{Interlocked.Increment(ref files)}.db");
    }

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public Connection NewConnection(Guid id, string name, Administration administration) =>
        new(id, name, administration, Teamleader.Id, Id(5), "Van Damme", Settings());

    public static ConnectionSettings Settings() =>
        new()
        {
            StartDate = new DateOnly(2026, 1, 1),
            InvoiceJournal = "70",
            CreditNoteJournal = "71",
            TaxRates = [new TaxRateMapping(Id(6), "21 %", 0.21m, "2", Id(7))],
        };

    public static SalesDocument Invoice(int id, string number, DateOnly? date = null, decimal net = 100.00m) =>
        new()
        {
            Id = Id(id),
            Kind = DocumentKind.Invoice,
            Number = number,
            Date = date ?? new DateOnly(2026, 3, 1),
            Customer = new DocumentCustomer(new CustomerKey(CustomerKind.Company, Id(8)), "Élan nv", "BE0123456749"),
            Currency = Currency.Euro,
            Net = net,
            Gross = net + decimal.Round(net * 0.21m, 2),
            VatTotals = [new VatTotal(0.21m, net, decimal.Round(net * 0.21m, 2))],
            Lines = [new DocumentLine("Werk", net, Id(6), null)],
            Term = new PaymentTerm(PaymentTermKind.AfterInvoiceDate, 30),
        };

    public static Entry Entry(int line, int entry, int number, bool isSales = true, decimal amount = 121.00m) =>
        new()
        {
            LineId = Id(line),
            EntryId = Id(entry),
            Series = new SeriesKey(isSales ? "70" : "90", 2026),
            IsSales = isSales,
            Number = number,
            Date = new DateOnly(2026, 3, 1),
            Currency = Currency.Euro,
            Amount = amount,
        };

    public static Link Link(int document, int entry, int? line, int number, LinkOrigin origin = LinkOrigin.Adopted) =>
        new(
            Id(document),
            DocumentKind.Invoice,
            Id(entry),
            line is { } id ? Id(id) : null,
            new SeriesKey("70", 2026),
            number,
            origin
        );

    public static Intent Intent(int id, int document, int? number) =>
        new()
        {
            Id = Id(id),
            DocumentId = Id(document),
            Series = new SeriesKey("70", 2026),
            Number = number,
            Mark = DocumentMark.Of(DocumentKind.Invoice, Id(document)),
            YourRef = "2026 / 1",
            Document = new DocumentFacts("2026 / 1", new DateOnly(2026, 3, 2), 121.00m, null, ""),
            Entry = new EntryFacts(new DateOnly(2026, 3, 2), 121.00m, Id(60)),
            Body = "{\"exact\":\"bytes\"}"u8.ToArray(),
            LastTry = Now,
        };

    public static RelationIntent RelationIntent(int id, int customer) =>
        new()
        {
            Id = Id(id),
            Customer = new CustomerKey(CustomerKind.Company, Id(customer)),
            Name = "Élan nv",
            Mark = "https://focus.teamleader.eu/company_detail.php?id=8",
            Body = "{}"u8.ToArray(),
            LastTry = Now,
        };

    public static CustomerIntent CustomerIntent { get; } = new(Id(2), Id(60), CustomerKind.Company, Now);

    public static ExactPoint NoPoint { get; } = new(null, null, null, null);

    /// <summary>Reaches into the file past the store.</summary>
    public async Task<object?> Sql(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only tests say what is run.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    public async Task<long> Count(string table) => (long)(await Sql($"SELECT count(*) FROM {table}"))!;

    public void Dispose()
    {
        Database.Dispose();
        Directory.Delete(Path.GetDirectoryName(File)!, recursive: true);
    }

    static Access NewAccess(Guid id, Vendor vendor, string url) =>
        new()
        {
            Id = id,
            Vendor = vendor,
            ApiUrl = new Uri(url),
            AuthorizationUrl = new Uri(url),
            ClientId = "client",
            ClientSecret = "open sesame",
            Tokens = new AccessTokens("access-in-clear", "refresh-in-clear", Now, TimeSpan.FromMinutes(10)),
        };
}
