using System.Globalization;
using System.Xml;
using CohortCourses.Exports.Streams;
using CohortCourses.Exports.Tables;
using CohortCourses.Exports.Texts;

namespace CohortCourses.Exports.Qda;

/// <summary>Writes <c>project.qde</c> in the order that the standard prescribes. What would be empty is left out, since it may not be.</summary>
internal sealed class ProjectDocument : IDisposable
{
    private const string Namespace = "urn:QDA-XML:project:1.0";

    private static readonly XmlWriterSettings Settings = new() { Encoding = SafeText.Utf8, Indent = true, NewLineChars = "\n", CloseOutput = true };

    private readonly XmlWriter _xml;
    private readonly QdaProject _project;

    public ProjectDocument(Stream file, QdaProject project)
    {
        _xml = XmlWriter.Create(file, Settings);
        _project = project;
        _xml.WriteStartDocument();
        _xml.WriteStartElement("Project", Namespace);
        _xml.WriteAttributeString("name", SafeText.Valid(project.Name));
        _xml.WriteAttributeString("origin", "CohortCourses");
    }

    public void WriteCodebook()
    {
        if (!_project.Coders.IsEmpty)
        {
            Start("Users");
            foreach (var coder in _project.Coders)
            {
                Start("User", CoderId(coder.Id), coder.Name);
                End();
            }

            End();
        }

        if (!_project.Codes.IsEmpty)
        {
            Start("CodeBook");
            Start("Codes");
            foreach (var code in _project.Codes)
            {
                Write(code);
            }

            End();
            End();
        }

        if (_project.Cases.Columns.Length > 1)
        {
            Start("Variables");
            foreach (var column in _project.Cases.Columns.Skip(1))
            {
                Start("Variable", VariableId(column), column.Name);
                _xml.WriteAttributeString("typeOfVariable", VariableType(column.Type));
                Text("Description", $"{column.Title}. {column.Description}");
                End();
            }

            End();
        }
    }

    public async Task WriteCases(IReadOnlyList<TextSource> sources, Outlet outlet, CancellationToken cancellation)
    {
        var said = sources.SelectMany(source => source.Passages).Where(passage => passage.Text.HasCase).ToLookup(passage => passage.Text.Key, passage => passage.Id, StringComparer.Ordinal);
        var isFirst = true;
        await foreach (var row in _project.Cases.Read(cancellation))
        {
            if (isFirst)
            {
                Start("Cases");
                isFirst = false;
            }

            WriteCase(row, said[row[0].Text]);
            await outlet.Relieve(cancellation);
        }

        if (!isFirst)
        {
            End();
        }
    }

    public async Task WriteSources(IReadOnlyList<TextSource> sources, Outlet outlet, CancellationToken cancellation)
    {
        if (sources.Count > 0)
        {
            Start("Sources");
            foreach (var source in sources)
            {
                Start("TextSource", source.Id, source.Name);
                _xml.WriteAttributeString("plainTextPath", $"internal://{source.Id:D}.txt");
                Text("Description", source.Title);
                foreach (var passage in source.Passages)
                {
                    Write(source, passage);
                    await outlet.Relieve(cancellation);
                }

                End();
            }

            End();
        }

        Text("Description", _project.Description);
    }

    public void Dispose()
    {
        End();
        _xml.Dispose();
    }

    private void WriteCase(Cell[] row, IEnumerable<Guid> passages)
    {
        Start("Case", NamedGuid.Of(_project.Space, $"case/{row[0].Text}"), row[0].Text);
        foreach (var (column, cell) in _project.Cases.Columns.Zip(row).Skip(1).Where(pair => !pair.Second.IsMissing))
        {
            Start("VariableValue");
            Reference("VariableRef", VariableId(column));
            Text($"{VariableType(column.Type)}Value", cell.Say(column.Type));
            End();
        }

        foreach (var passage in passages)
        {
            Reference("SelectionRef", passage);
        }

        End();
    }

    private void Write(QdaCode code)
    {
        Start("Code", CodeId(code.Id), code.Name);
        _xml.WriteAttributeString("isCodable", "true");
        if (code.Color is { } color)
        {
            _xml.WriteAttributeString("color", color);
        }

        Text("Description", code.Description);
        foreach (var child in code.Children)
        {
            Write(child);
        }

        End();
    }

    private void Write(TextSource source, Passage passage)
    {
        StartSelection(passage.Id, passage.Text.Key, passage.From, passage.To);
        End();
        foreach (var span in passage.Text.Coded.GroupBy(span => (span.From, span.To)))
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{passage.Text.Form}/{passage.Text.Key}/{span.Key.From}-{span.Key.To}");
            StartSelection(NamedGuid.Of(source.Id, place), passage.Text.Key, passage.From + span.Key.From, passage.From + span.Key.To);
            foreach (var coding in span)
            {
                Start("Coding", NamedGuid.Of(source.Id, $"{place}/{coding.Code}/{coding.Coder}"), name: null);
                _xml.WriteAttributeString("creatingUser", CoderId(coding.Coder).ToString("D"));
                Reference("CodeRef", CodeId(coding.Code));
                End();
            }

            End();
        }
    }

    private void StartSelection(Guid id, string name, int from, int to)
    {
        Start("PlainTextSelection", id, name);
        _xml.WriteAttributeString("startPosition", from.ToString(CultureInfo.InvariantCulture));
        _xml.WriteAttributeString("endPosition", to.ToString(CultureInfo.InvariantCulture));
    }

    private static string VariableType(ColumnType type) => type switch
    {
        ColumnType.Whole => "Integer",
        ColumnType.Number => "Float",
        ColumnType.Yes => "Boolean",
        ColumnType.Day => "Date",
        ColumnType.Moment => "DateTime",
        _ => "Text",
    };

    private Guid CoderId(string coder) => NamedGuid.Of(_project.Space, $"coder/{coder}");

    private Guid CodeId(string code) => NamedGuid.Of(_project.Space, $"code/{code}");

    private Guid VariableId(Column column) => NamedGuid.Of(_project.Space, $"variable/{column.Name}");

    private void Reference(string element, Guid target)
    {
        Start(element);
        _xml.WriteAttributeString("targetGUID", target.ToString("D"));
        End();
    }

    private void Text(string element, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            _xml.WriteElementString(element, Namespace, SafeText.Valid(text));
        }
    }

    private void Start(string element, Guid id, string? name)
    {
        Start(element);
        _xml.WriteAttributeString("guid", id.ToString("D"));
        if (name is not null)
        {
            _xml.WriteAttributeString("name", SafeText.Valid(name));
        }
    }

    private void Start(string element) => _xml.WriteStartElement(element, Namespace);

    private void End() => _xml.WriteEndElement();
}
