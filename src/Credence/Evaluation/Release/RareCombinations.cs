using System.Collections;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Credence.Evaluation.Release;

/// <summary>
/// All combinations of up to three columns' codes that fewer than k rows have: whoever knows that much of a person can find her or
/// him. Each code is a set of bits, one a row; a combination is their intersection, or, where few rows are left, a walk over these.
/// </summary>
public sealed class RareCombinations
{
    /// <summary>More codes than this in a column are refused: it tells persons apart instead of describing them.</summary>
    public const int MostCodes = 2000;

    /// <summary>More combinations than this are counted, but not kept.</summary>
    public const int MostKept = 1_000_000;

    private const int WordBits = 64;

    private readonly CodedRows _rows;
    private readonly List<RareCombination> _minimal = [];
    private readonly long[] _withColumn;
    private readonly long[] _bySize = new long[3];
    private readonly BitArray[,] _rarePairs;
    private ulong[][][] _bits = [];
    private int[][] _countOf = [];

    private RareCombinations(CodedRows rows, int threshold) => 
        (_rows, Threshold, _withColumn, _rarePairs) = (rows, threshold, new long[rows.Variables.Count], new BitArray[rows.Variables.Count, rows.Variables.Count]);

    /// <summary>Combinations of fewer rows than this are rare.</summary>
    public int Threshold { get; }

    /// <summary>Rare combinations of which no part is rare; the others follow from these.</summary>
    public IReadOnlyList<RareCombination> Minimal => _minimal;

    /// <summary>All rare combinations of one, two and three columns.</summary>
    public IReadOnlyList<long> BySize => _bySize;

    /// <summary>For each column, the rare combinations that it is part of: those that would be gone without it.</summary>
    public IReadOnlyList<long> WithColumn => _withColumn;

    private int Words => (_rows.Count + WordBits - 1) / WordBits;

    /// <summary>Finds them all.</summary>
    /// <exception cref="ArgumentException">A column has more than <see cref="MostCodes"/> codes.</exception>
    public static RareCombinations Of(CodedRows rows, int threshold, CancellationToken cancellation = default)
    {
        if (rows.Variables.Any(variable => variable.Categories.Count > MostCodes)) { throw new ArgumentException($"Found more than {MostCodes} codes in a column, expected fewer.", nameof(rows)); }

        var rare = new RareCombinations(rows, threshold);
        rare.Prepare();
        rare.Singles();
        for (var first = 0; first < rows.Variables.Count; first++)
        {
            for (var second = first + 1; second < rows.Variables.Count; second++)
            {
                cancellation.ThrowIfCancellationRequested();
                rare.Pairs(first, second);
            }
        }

        for (var first = 0; first < rows.Variables.Count; first++)
        {
            for (var second = first + 1; second < rows.Variables.Count - 1; second++)
            {
                cancellation.ThrowIfCancellationRequested();
                rare.Triples(first, second);
            }
        }

        return rare;
    }

    // A set of bits pays for a code that many rows have; the others are walked over.
    private void Prepare()
    {
        var (columns, words) = (_rows.Variables.Count, Words);
        (_bits, _countOf) = (new ulong[columns][][], new int[columns][]);
        for (var column = 0; column < columns; column++)
        {
            var counts = _countOf[column] = new int[_rows.Variables[column].Categories.Count];
            foreach (var code in _rows[column]) { counts[code]++; }

            var bits = _bits[column] = [.. counts.Select(count => count > words / 4 ? new ulong[words] : [])];
            var codes = _rows[column];
            for (var row = 0; row < codes.Length; row++)
            {
                if (bits[codes[row]].Length > 0) { bits[codes[row]][row / WordBits] |= 1UL << (row % WordBits); }
            }
        }
    }

    private void Singles()
    {
        for (var column = 0; column < _countOf.Length; column++)
        {
            for (var code = 0; code < _countOf[column].Length; code++)
            {
                if (!IsRare(column, code)) { continue; }

                Count(1, column);
                Keep(new RareCombination([column], [code]));
            }
        }
    }

    private void Pairs(int first, int second)
    {
        var one = _rows[first];
        var two = _rows[second];
        var codes = _countOf[second].Length;
        var counts = new int[_countOf[first].Length * codes];
        for (var row = 0; row < one.Length; row++) { counts[(one[row] * codes) + two[row]]++; }

        var rare = _rarePairs[first, second] = new BitArray(counts.Length);
        for (var pair = 0; pair < counts.Length; pair++)
        {
            if (counts[pair] == 0 || counts[pair] >= Threshold) { continue; }

            rare[pair] = true;
            Count(2, first, second);
            if (!IsRare(first, pair / codes) && !IsRare(second, pair % codes)) { Keep(new RareCombination([first, second], [pair / codes, pair % codes])); }
        }
    }

    private void Triples(int first, int second)
    {
        var (rowsOf, offsets) = Sorted(first, second);
        var codes = _countOf[second].Length;
        var both = new ulong[Words];
        for (var pair = 0; pair + 1 < offsets.Length; pair++)
        {
            var rows = rowsOf.AsSpan(offsets[pair]..offsets[pair + 1]);
            if (rows.Length > 0) { Triples(first, pair / codes, second, pair % codes, rows, both); }
        }
    }

    private void Triples(int first, int a, int second, int b, ReadOnlySpan<int> rows, Span<ulong> both)
    {
        var isIntersected = false;
        for (var third = second + 1; third < _bits.Length; third++)
        {
            var counts = new int[_countOf[third].Length];
            // Intersecting costs a pass over the words for each code, walking one step for each row.
            if (_bits[third].All(bits => bits.Length > 0) && (long)counts.Length * both.Length / 4 < rows.Length && _bits[first][a].Length > 0 && _bits[second][b].Length > 0)
            {
                if (!isIntersected) { And(_bits[first][a], _bits[second][b], both); }

                isIntersected = true;
                for (var code = 0; code < counts.Length; code++) { counts[code] = CountBoth(both, _bits[third][code]); }
            }
            else
            {
                var codes = _rows[third];
                foreach (var row in rows) { counts[codes[row]]++; }
            }

            for (var code = 0; code < counts.Length; code++)
            {
                if (counts[code] > 0 && counts[code] < Threshold) { Triple((first, a), (second, b), (third, code)); }
            }
        }
    }

    private void Triple((int Column, int Code) one, (int Column, int Code) two, (int Column, int Code) three)
    {
        Count(3, one.Column, two.Column, three.Column);
        if (IsRare(one, two) || IsRare(one, three) || IsRare(two, three)) { return; }

        Keep(new RareCombination([one.Column, two.Column, three.Column], [one.Code, two.Code, three.Code]));
    }

    private bool IsRare(int column, int code) => _countOf[column][code] < Threshold;

    // A pair with a rare code is rare itself.
    private bool IsRare((int Column, int Code) one, (int Column, int Code) two) =>
        _rarePairs[one.Column, two.Column][(one.Code * _countOf[two.Column].Length) + two.Code];

    private void Keep(RareCombination combination)
    {
        if (_minimal.Count < MostKept) { _minimal.Add(combination); }
    }

    private void Count(int size, params ReadOnlySpan<int> columns)
    {
        _bySize[size - 1]++;
        foreach (var column in columns) { _withColumn[column]++; }
    }

    // Rows by pair of codes: counting sort.
    private (int[] Rows, int[] Offsets) Sorted(int first, int second)
    {
        var one = _rows[first];
        var two = _rows[second];
        var codes = _countOf[second].Length;
        var offsets = new int[(_countOf[first].Length * codes) + 1];
        for (var row = 0; row < one.Length; row++) { offsets[(one[row] * codes) + two[row] + 1]++; }

        for (var pair = 1; pair < offsets.Length; pair++) { offsets[pair] += offsets[pair - 1]; }

        var (rows, next) = (new int[one.Length], offsets[..^1]);
        for (var row = 0; row < one.Length; row++) { rows[next[(one[row] * codes) + two[row]]++] = row; }

        return (rows, offsets);
    }

    private static void And(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> two, Span<ulong> both)
    {
        var a = MemoryMarshal.Cast<ulong, Vector<ulong>>(one);
        var b = MemoryMarshal.Cast<ulong, Vector<ulong>>(two);
        var to = MemoryMarshal.Cast<ulong, Vector<ulong>>(both);
        for (var i = 0; i < a.Length; i++) { to[i] = a[i] & b[i]; }

        for (var i = a.Length * Vector<ulong>.Count; i < one.Length; i++) { both[i] = one[i] & two[i]; }
    }

    private static int CountBoth(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> two)
    {
        var (count, i) = (0, 0);
        for (; i + 4 <= one.Length; i += 4)
        {
            count += BitOperations.PopCount(one[i] & two[i]) + BitOperations.PopCount(one[i + 1] & two[i + 1])
                + BitOperations.PopCount(one[i + 2] & two[i + 2]) + BitOperations.PopCount(one[i + 3] & two[i + 3]);
        }

        for (; i < one.Length; i++) { count += BitOperations.PopCount(one[i] & two[i]); }

        return count;
    }
}

/// <summary>Codes that together fewer rows have than the threshold, none of their parts being rare; how many is not kept.</summary>
/// <param name="Columns">Numbers of the columns.</param>
/// <param name="Codes">The code in each, as its place among the column's categories.</param>
public sealed record RareCombination(IReadOnlyList<int> Columns, IReadOnlyList<int> Codes)
{
    /// <inheritdoc/>
    public override string ToString() => $"RareCombination({Columns.Count} columns)";
}
