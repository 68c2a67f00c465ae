namespace Bookonce.Sandbox.ExactOnline;

public sealed partial class Division
{
    private const int DeletedAttachment = 4;
    private const int DeletedDocument = 6;
    private int highestDocumentNumber;

    internal KeyedRows<Guid, Document> DocumentRows { get; } = new(row => row.Id);
    internal KeyedRows<Guid, Attachment> AttachmentRows { get; } = new(row => row.Id);
    internal VersionLog<Document> DocumentLog { get; } = new(row => row.RowVersion);
    internal VersionLog<Attachment> AttachmentLog { get; } = new(row => row.RowVersion);

    /// <summary>The documents in the order of their number.</summary>
    public IReadOnlyList<Document> Documents => Copy(DocumentRows.Ordered.OrderBy(row => row.Number));

    /// <summary>Adds a document without files.</summary>
    /// <exception cref="RefusedException">The id is taken, the subject is missing, or the relation unknown.</exception>
    public Document AddDocument(DocumentDraft draft, Entered? entered = null)
    {
        lock (state.Gate)
        {
            if (string.IsNullOrWhiteSpace(draft.Subject))
                throw new RefusedException(Refusal.Mandatory("Onderwerp", "Subject"));
            if (!Enum.IsDefined(draft.Type))
                throw new RefusedException(Refusal.DocumentTypeNotAllowed);
            if (draft.Id is { } taken && DocumentRows.Contains(taken))
                throw new RefusedException(Refusal.Exists);
            if (draft.Account is { } account && !AccountRows.Contains(account))
                throw new RefusedException(Refusal.UnknownReference("Relatie", "Account"));
            var (by, at) = Who(entered);
            var row = new Document(new Stamp(draft.Id ?? NextId(), by, at))
            {
                Number = ++highestDocumentNumber,
                Subject = draft.Subject,
                Type = draft.Type,
                Account = draft.Account,
                Date = draft.Date ?? Today,
            };
            DocumentRows.Add(row);
            row.RowVersion = NextRowVersion();
            DocumentLog.Note(row, isNew: true);
            Raise(WebhookTopic.Documents, row.Id, isNew: true);
            return row;
        }
    }

    /// <summary>Notes that a document was changed, so that a sync sees it.</summary>
    public void Changed(Document document, Entered? entered = null)
    {
        lock (state.Gate)
        {
            (document.Modifier, document.Modified) = Who(entered);
            document.RowVersion = NextRowVersion();
            DocumentLog.Note(document, isNew: false);
            Raise(WebhookTopic.Documents, document.Id);
        }
    }

    /// <summary>Deletes a document with its files; an entry that refers to it no longer does.</summary>
    public void DeleteDocument(Document document)
    {
        lock (state.Gate)
        {
            foreach (var file in document.Files.ToArray())
                DeleteAttachment(file);
            if (Ledger.ByDocument.Remove(document.Id, out var entry))
                entry.Document = null;
            DocumentRows.Remove(document);
            document.RowVersion = -1;
            DocumentLog.WentStale();
            Ledger.NoteDeleted(DeletedDocument, document.Id);
            Raise(WebhookTopic.Documents, document.Id, isDeleted: true);
        }
    }

    /// <summary>Adds a file to a document.</summary>
    /// <exception cref="RefusedException">The name is missing or the id is taken.</exception>
    public Attachment AddAttachment(Document document, string fileName, ReadOnlyMemory<byte> content, Guid? id = null)
    {
        lock (state.Gate)
        {
            if (string.IsNullOrWhiteSpace(fileName))
                throw new RefusedException(Refusal.Mandatory("Bestandsnaam", "File name"));
            if (id is { } taken && AttachmentRows.Contains(taken))
                throw new RefusedException(Refusal.Exists);
            var row = new Attachment(new Stamp(id ?? NextId(), User.Actor, state.Clock.GetUtcNow()))
            {
                Document = document,
                FileName = fileName,
                Content = content,
            };
            document.Files.Add(row);
            AttachmentRows.Add(row);
            row.RowVersion = NextRowVersion();
            AttachmentLog.Note(row, isNew: true);
            Changed(document);
            return row;
        }
    }

    /// <summary>Deletes a file of a document.</summary>
    public void DeleteAttachment(Attachment attachment)
    {
        lock (state.Gate)
        {
            attachment.Document.Files.Remove(attachment);
            AttachmentRows.Remove(attachment);
            attachment.RowVersion = -1;
            AttachmentLog.WentStale();
            Ledger.NoteDeleted(DeletedAttachment, attachment.Id);
            Changed(attachment.Document);
        }
    }
}
