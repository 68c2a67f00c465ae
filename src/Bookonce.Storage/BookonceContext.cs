using System.Globalization;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Problems;
using Bookonce.Domain.Repair;
using Bookonce.Engine.Store;
using Bookonce.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bookonce.Storage;

/// <summary>The tables. Nothing here is bound to one database product.</summary>
internal sealed class BookonceContext(DbContextOptions<BookonceContext> options) : DbContext(options)
{
    /// <summary>Of the connection that writes; nothing else has any.</summary>
    public Statements Statements { get; set; } = null!;

    public DbSet<AccessRow> Accesses => Set<AccessRow>();
    public DbSet<BudgetRow> Budgets => Set<BudgetRow>();
    public DbSet<SpentErrorRow> SpentErrors => Set<SpentErrorRow>();
    public DbSet<AdministrationRow> Administrations => Set<AdministrationRow>();
    public DbSet<MastersRow> Masters => Set<MastersRow>();
    public DbSet<ConnectionRow> Connections => Set<ConnectionRow>();
    public DbSet<Rows.DocumentRow> Documents => Set<Rows.DocumentRow>();
    public DbSet<EntryRow> Entries => Set<EntryRow>();
    public DbSet<VanishedRow> VanishedEntries => Set<VanishedRow>();
    public DbSet<LinkRow> Links => Set<LinkRow>();
    public DbSet<DenialRow> Denials => Set<DenialRow>();
    public DbSet<SetAsideRow> SetAsides => Set<SetAsideRow>();
    public DbSet<NotTheSameRow> NotTheSame => Set<NotTheSameRow>();
    public DbSet<IntentRow> Intents => Set<IntentRow>();
    public DbSet<Rows.SeriesRow> Series => Set<Rows.SeriesRow>();
    public DbSet<RelationRow> Relations => Set<RelationRow>();
    public DbSet<RelationLinkRow> RelationLinks => Set<RelationLinkRow>();
    public DbSet<RelationIntentRow> RelationIntents => Set<RelationIntentRow>();
    public DbSet<CustomerIntentRow> CustomerIntents => Set<CustomerIntentRow>();
    public DbSet<RunRow> Runs => Set<RunRow>();
    public DbSet<RepairRow> Repairs => Set<RepairRow>();
    public DbSet<RepairRecordRow> RepairRecords => Set<RepairRecordRow>();
    public DbSet<SavedFileRow> SavedFiles => Set<SavedFileRow>();
    public DbSet<LogRow> Log => Set<LogRow>();
    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();
    public DbSet<PreferenceRow> Preferences => Set<PreferenceRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BookonceContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<Currency>().HaveConversion<CurrencyConverter>();
        configurationBuilder.Properties<ConnectionSettings>().HaveConversion<JsonConverter<ConnectionSettings>>();
        configurationBuilder.Properties<Masters>().HaveConversion<JsonConverter<Masters>>();
        configurationBuilder.Properties<Deactivation>().HaveConversion<JsonConverter<Deactivation>>();
        configurationBuilder.Properties<Problem>().HaveConversion<JsonConverter<Problem>>();
        configurationBuilder.Properties<DocumentFacts>().HaveConversion<JsonConverter<DocumentFacts>>();
        configurationBuilder.Properties<EntryFacts>().HaveConversion<JsonConverter<EntryFacts>>();
        configurationBuilder.Properties<RepairPlan>().HaveConversion<JsonConverter<RepairPlan>>();
        configurationBuilder.Properties<StepRecord>().HaveConversion<JsonConverter<StepRecord>>();
        configurationBuilder.Properties<RunCounts>().HaveConversion<JsonConverter<RunCounts>>();
    }

    /// <summary>UTC as ISO text of fixed width, whose text order is the order of time.</summary>
    sealed class InstantConverter()
        : ValueConverter<DateTimeOffset, string>(value => Instant.ToText(value), text => Instant.FromText(text));

    sealed class CurrencyConverter()
        : ValueConverter<Currency, string>(currency => currency.Code, code => new Currency(code));

    sealed class JsonConverter<T>()
        : ValueConverter<T, string>(value => StorageJson.Write(value), json => StorageJson.Read<T>(json));
}

/// <summary>An instant as text.</summary>
internal static class Instant
{
    const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string ToText(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset FromText(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
