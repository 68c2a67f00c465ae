using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>The columns that a person chose for a page.</summary>
internal sealed class PreferenceRow
{
    public required string Person { get; init; }
    public required string Page { get; init; }
    public required string Columns { get; init; }
}

internal sealed class PreferenceTable : IEntityTypeConfiguration<PreferenceRow>
{
    public void Configure(EntityTypeBuilder<PreferenceRow> builder) =>
        builder.HasKey(row => new { row.Person, row.Page });
}
