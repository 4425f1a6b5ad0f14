using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Champions.Application.Imports;

/// <summary>
/// Reads the comma-separated files of the Organisation Data Service: no header, 27 columns in quotes, or the older form of 24 columns
/// without quotes. The first row settles which of the two a file is.
/// </summary>
public static class OdsFile
{
    public const int MostRows = 100_000;
    public const int MostProblems = 100;
    public const int NewColumns = 27;
    public const int OldColumns = 24;

    /// <summary>In bytes; many times an honest row. It keeps a file that is no table from filling the memory.</summary>
    private const int LongestRow = 16 * 1024;

    public static async Task<OdsReading> ReadAsync(Stream stream, CancellationToken ct = default)
    {
        var reading = new Progress();
        string? quoting = null;
        var options = new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            // A quote that is never closed spoils its own row, not the rest of the file
            AllowLineBreaksInQuotes = false,
            MaxRecordSize = LongestRow,
            TrackLineNumbers = true,
            OnMalformedRecord = _ => quoting = "A quotation mark is missing or stands where none belongs. A quotation mark inside a value is written twice.",
        };
        try
        {
            await using var csv = CsvReader.Create(stream, options, leaveOpen: true);
            while (!reading.IsFull && await csv.ReadAsync(ct))
            {
                var line = (int)csv.LineNumber;
                if (quoting is null)
                {
                    reading.Add(line, csv);
                }
                else
                {
                    reading.Refuse(line, quoting);
                }

                quoting = null;
            }
        }
        catch (CsvFormatException tooLong)
        {
            reading.Refuse((int)tooLong.LineNumber, "This row is far too long. Check that this is an Organisation Data Service file.");
        }

        return reading.Done();
    }

    /// <summary>What has been read so far: rows, problems, and which row brought each code.</summary>
    private sealed class Progress
    {
        private readonly List<OdsRow> _rows = [];
        private readonly List<ImportProblem> _problems = [];
        private readonly Dictionary<string, int> _rowOfCode = new(StringComparer.Ordinal);
        private int _columns;
        private int _columnsSetBy;
        private int _read;

        public bool IsFull { get; private set; }

        public void Refuse(int line, string message)
        {
            _problems.Add(new ImportProblem(line, message));
            if (_problems.Count == MostProblems && !IsFull)
            {
                IsFull = true;
                _problems.Add(new ImportProblem(0, $"There are more than {MostProblems} problems, so reading stopped at row {line}. Check that this is an Organisation Data Service file."));
            }
        }

        public void Add(int line, CsvReader csv)
        {
            if (++_read > MostRows)
            {
                IsFull = true;
                _problems.Add(new ImportProblem(line, string.Create(CultureInfo.InvariantCulture, $"The file has more than {MostRows:N0} rows. Split it and import the parts.")));
            }
            else if (ColumnProblem(line, csv.FieldCount) is { } wrongCount)
            {
                Refuse(line, wrongCount);
            }
            else if (Fields(csv, out var fields) is { } unreadable)
            {
                Refuse(line, unreadable);
            }
            else if (OdsRowReader.Read(line, fields, out var row) is { } problem)
            {
                Refuse(line, problem);
            }
            else if (!_rowOfCode.TryAdd(row!.Code, line))
            {
                Refuse(line, $"The code {row.Code} is also on row {_rowOfCode[row.Code]}. Each code may appear once.");
            }
            else
            {
                _rows.Add(row);
            }
        }

        private static string? Fields(CsvReader csv, out string[] fields)
        {
            fields = new string[csv.FieldCount];
            for (var at = 0; at < fields.Length; at++)
            {
                var octets = csv.GetSpan(at);
                if (!Utf8.IsValid(octets))
                {
                    return $"Column {at + 1} has characters that cannot be read. Save the file as UTF-8 and try again.";
                }

                fields[at] = Encoding.UTF8.GetString(octets).Trim();
            }

            return null;
        }

        public OdsReading Done()
        {
            if (_read == 0 && _problems.Count == 0)
            {
                _problems.Add(new ImportProblem(0, "The file has no rows."));
            }

            return new OdsReading(_rows, _problems);
        }

        private string? ColumnProblem(int line, int count)
        {
            if (_columns == 0 && count is NewColumns or OldColumns)
            {
                (_columns, _columnsSetBy) = (count, line);
            }

            return _columns == 0 ? $"This row has {Columns(count)}. An Organisation Data Service row has {NewColumns}, or {OldColumns} in older files."
                : count == _columns ? null
                : $"This row has {Columns(count)} where row {_columnsSetBy} has {_columns}. A name or address with a comma in it must be in quotes.";
        }

        private static string Columns(int count) => count == 1 ? "1 column" : $"{count} columns";
    }
}
