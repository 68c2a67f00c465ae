using Bookonce.Sandbox.ExactOnline.OData;

namespace Bookonce.Sandbox.ExactOnline.Endpoints;

/// <summary>documents/DocumentAttachments: files, written as Base64 and read from their own address.</summary>
internal static class DocumentAttachments
{
    public const string Path = "documents/DocumentAttachments";

    public static EntityType Type { get; } = Table("ID").Build();

    public static EntitySet Set { get; } =
        new(
            Path,
            Type,
            new KeyedSource<Guid, Attachment>(division => division.AttachmentRows)
            {
                Index =
                {
                    ["Document"] = (scope, id) =>
                        id is Guid given ? scope.Division.DocumentRows.Find(given)?.Files ?? [] : [],
                },
            }
        )
        {
            AllowsSkip = true,
            Post = Post,
            Delete = (scope, row) => scope.Division.DeleteAttachment((Attachment)row),
        };

    public static EntitySet Bulk { get; } =
        new("bulk/Documents/DocumentAttachments", Type, Set.Rows) { PageSize = 1000, NeedsSelect = true };

    public static EntitySet Sync { get; } =
        new(
            "sync/Documents/DocumentAttachments",
            Table("Timestamp").ReadOnly("Timestamp:i64").Get("Timestamp", row => row.RowVersion).Build(),
            new VersionSource<Attachment>(division => division.AttachmentLog, row => row.RowVersion)
        )
        {
            PageSize = 1000,
            OnlyFilter = ["Timestamp"],
        };

    private static Attachment Post(Scope scope, Body body)
    {
        var rules = new MasterRules(scope.Division);
        var fileName = rules.Mandatory(body, "FileName", "Bestandsnaam");
        if (body.Text("Attachment") is null)
            rules.Refuse(Refusal.Mandatory("Bijlage", "Attachment"));
        var document = body.Id("Document") is { } id ? scope.Division.DocumentRows.Find(id) : null;
        if (document is null)
        {
            rules.Refuse(
                body.Id("Document") is null
                    ? Refusal.Mandatory("Document", "Document")
                    : Refusal.UnknownReference("Document", "Document")
            );
        }
        rules.ThrowIfAny();
        var content = Convert.FromBase64String(body.Text("Attachment")!);
        return scope.Division.AddAttachment(document!, fileName, content, body.Id("ID"));
    }

    private static Table<Attachment> Table(string key) =>
        new Table<Attachment>("DocumentAttachment", key)
            .Writable("ID:g, Attachment:bin, Document:g, FileName:s")
            .ReadOnly("FileSize:d, Url:s")
            .Get("ID", row => row.Id)
            .Get("Attachment", row => Convert.ToBase64String(row.Content.Span))
            .Get("Document", row => row.Document.Id)
            .Get("FileName", row => row.FileName)
            .Get("FileSize", row => (decimal)row.Content.Length)
            .Get(
                "Url",
                (row, scope) => $"{scope.Host}/docs/SysAttachment.aspx?ID={row.Id:D}&_Division_={scope.Division.Code}"
            );
}
